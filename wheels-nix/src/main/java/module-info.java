/**
 * The Nix language for the JVM: expressions that print themselves, a syntax checker for definitions written by hand,
 * and a reader of plain data.
 *
 * <p>Nothing runs Nix or touches a file. Start at {@link dev.zeus.wheels.nix.NixExpr} and
 * {@link dev.zeus.wheels.nix.NixSyntax}.
 */
module dev.zeus.wheels.nix {
    requires static transitive org.jspecify;

    exports dev.zeus.wheels.nix;
}
