// Reading nixpkgs needs Nix, which not every machine has.
def there = System.getenv('PATH').split(File.pathSeparator).any { new File(it, 'nix').canExecute() }
if (!there) {
    println '*** SKIPPED: no nix on the PATH, so no snapshot was taken ***'
}
return there
