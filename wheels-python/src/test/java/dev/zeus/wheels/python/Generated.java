// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Text by the grammars of the standards, from a seed: mostly right, sometimes with one character wrong. */
final class Generated {
    private static final String WRONG = " !\"#$%'()*+,-.;<=>@[]_~é٠x1v\n";

    private final Random random;

    Generated(long seed) {
        this.random = new Random(seed);
    }

    String version() {
        String text = maybe(9, "v") + maybe(8, number() + "!") + release();
        text += maybe(
                3, separator() + one("a", "b", "c", "rc", "alpha", "beta", "pre", "preview", "RC") + suffixNumber());
        text += maybe(
                4, random.nextBoolean() ? "-" + number() : separator() + one("post", "rev", "r") + suffixNumber());
        text += maybe(5, separator() + one("dev", "DEV") + suffixNumber());
        return text + maybe(6, "+" + one("1", "abc", "5.abc", "cu128", "A-b_1", "ubuntu", "a.b.c.1", "10"));
    }

    String specifiers() {
        return list(1 + random.nextInt(3), this::specifier, ",");
    }

    String marker() {
        return disjunction(3);
    }

    String requirement() {
        String name = one("foo", "Foo.Bar", "zope.interface", "x_", "A--b", "1a", "ruamel_yaml");
        String extras = maybe(3, one("[a]", "[a,b]", " [ Fast_IO , b ]", "[]", "[a,]"));
        String needs = one(
                "", specifiers(), " " + specifiers(), " (" + specifiers() + ")", " @ https://example.org/f.zip ", "@x");
        return name + extras + needs + maybe(2, one(";", " ; ") + marker());
    }

    String wheelFilename() {
        String name = one("foo", "Foo_Bar", "zope.interface", "a__b", "_x", "a.", "1");
        String build = maybe(4, one("1", "10a", "0", "x1", "20261120") + "-");
        String pythons = one("py3", "py2.py3", "cp312", "cp39.cp310", "CP313", "py-3");
        String abis = one("none", "abi3", "cp312", "none.abi3", "cp313t");
        String platforms = one(
                "any",
                "manylinux_2_17_x86_64.manylinux2014_x86_64",
                "win_amd64",
                "macosx_11_0_arm64",
                "musllinux_1_2_x86_64");
        return name + "-" + version() + "-" + build + pythons + "-" + abis + "-" + platforms + ".whl";
    }

    /** The text, once in a while with a character changed, lost or added. */
    String mutated(String text) {
        if (text.isEmpty() || random.nextInt(8) > 0) {
            return text;
        }
        int at = random.nextInt(text.length());
        String character = String.valueOf(WRONG.charAt(random.nextInt(WRONG.length())));
        return text.substring(0, at) + one("", character) + text.substring(at + random.nextInt(2));
    }

    <T> List<T> many(int count, Supplier<T> supplier) {
        return Stream.generate(supplier).limit(count).collect(Collectors.toCollection(ArrayList::new));
    }

    /** A version near another, so that they compare in more than their first number. */
    String near(String version) {
        return random.nextInt(3) == 0
                ? version()
                : version.replaceFirst("[0-9]", one("0", "1", "2", "9")) + maybe(3, ".0");
    }

    private String specifier() {
        String operator = one("==", "!=", "<=", ">=", "<", ">", "~=", "===");
        String version = random.nextInt(4) == 0 ? release() + maybe(2, ".*") : version();
        return operator + maybe(4, " ") + version;
    }

    private String disjunction(int depth) {
        return list(1 + random.nextInt(2), () -> list(1 + random.nextInt(2), () -> atom(depth), " and "), " or ");
    }

    private String atom(int depth) {
        if (depth > 0 && random.nextInt(4) == 0) {
            return "(" + disjunction(depth - 1) + ")";
        }
        String variable = one(
                "python_version",
                "python_full_version",
                "implementation_version",
                "os_name",
                "sys_platform",
                "os.name",
                "platform_machine",
                "platform_system",
                "platform_release",
                "python_implementation",
                "extra",
                "extras",
                "dependency_groups");
        String value = one(
                "3.11",
                "3.12.1",
                "3",
                "3.*",
                "posix",
                "nt",
                "linux",
                "linux2",
                "darwin",
                "x86_64",
                "arm64",
                "Linux",
                "6.1.0",
                "CPython",
                "test",
                "Test_Extra",
                "",
                "3.14.0rc2",
                ">3",
                "linux darwin",
                "3.9, 3.11");
        String quoted = one("'" + value + "'", "\"" + value + "\"");
        String operator = one("==", "!=", "<", ">", "<=", ">=", "~=", "===", " in ", " not in ", " == ", " >= ");
        return random.nextInt(5) == 0 ? quoted + operator + variable : variable + operator + quoted;
    }

    private String release() {
        return list(1 + random.nextInt(4), this::number, ".");
    }

    private String number() {
        return one("0", "1", "2", "3", "9", "10", "11", "12", "007", "20261120", "99999999999999999999");
    }

    private String suffixNumber() {
        return maybe(2, separator() + number());
    }

    private String separator() {
        return one("", "", ".", "-", "_");
    }

    private String maybe(int chance, String text) {
        return random.nextInt(chance) == 0 ? text : "";
    }

    private String list(int count, Supplier<String> part, String joint) {
        return Stream.generate(part).limit(count).collect(Collectors.joining(joint));
    }

    private String one(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
