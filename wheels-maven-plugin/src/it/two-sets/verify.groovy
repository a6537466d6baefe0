def lock = { module -> new File(basedir, "$module/generated/pylock.toml").text }
assert lock('data').contains('name = "idna"') && !lock('data').contains('name = "six"')
assert lock('trading').contains('name = "six"') && !lock('trading').contains('name = "idna"')
assert !new File(basedir, 'app/generated').exists(): 'a module without a wheel set was locked'
return true
