def generated = new File(basedir, 'generated')
['pylock.toml', 'overlay.nix', 'mk-wheel.nix', 'checks.nix', 'pypi/universal.nix', 'pypi/x86_64-linux.nix'].each {
    assert new File(generated, it).isFile(): "no generated/$it"
}

def lock = new File(generated, 'pylock.toml').text
assert lock.contains('lock-version = "1.0"')
['requests', 'certifi', 'charset-normalizer', 'idna', 'urllib3'].each {
    assert lock.contains("name = \"$it\""): "$it is not locked"
}

def result = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/wheels/result.json'))
assert result.outcome == 'ok'
return true
