// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is left of texts that hold addresses with secrets. */
class AddressSecretsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                // A login, whatever stands in it, in any text.
                "leaf @ https://user:SECRET@host/leaf.whl ; extra | leaf @ https://****@host/leaf.whl ; extra",
                "https://SECRET@host | https://****@host",
                "https://u:SEC@RET@host/a@b | https://****@host/a@b",
                "https://u:S(E,C;R!E'T@host/ | https://****@host/",
                "https://u:S^E{C}RET@host/ | https://****@host/",
                "<a href='https://host/a'> me@host | <a href='https://host/a'> me@host",
                "a https://u:SECRET@a/ b http://v:SECRET@b/ c | a https://****@a/ b http://****@b/ c",
                // One that hides in the path stays recognisable as one.
                "http://host/user:SECRET@x/d.whl | http://host/****:****@x/d.whl",
                "http:\\/\\/host\\/user:SECRET@x\\/d.whl | http:\\/\\/host\\/****:****@x\\/d.whl",
                "\"https:\\/\\/u:SECRET@host\\/\" | \"https:\\/\\/****@host\\/\"",
                // Signatures, in the ways that pages write them.
                "<a href='d.whl?token=SECRET'> | <a href='d.whl'>",
                "<a href=\"d.whl?X-Amz-Signature=SECRET&amp;a=1#sha256=ab\"> | <a href=\"d.whl?a=1#sha256=ab\">",
                "d.whl?a=1&amp;token=SECRET&amp;b=2#x | d.whl?a=1&amp;b=2#x",
                "{\"url\":\"d.whl?a=1\\u0026token=SECRET\"} | {\"url\":\"d.whl?a=1\"}",
                "d.whl?%74oken=SECRET | d.whl",
                "d.whl?sig=SE,CR)ET&se=1 | d.whl",
                // What is no secret stays.
                "https://host:8080/a@1.0?a=1&b=2#c | https://host:8080/a@1.0?a=1&b=2#c",
                "git+https://host/x/y@v1.0 | git+https://host/x/y@v1.0",
                "Really? Yes & no: me@host, ?= | Really? Yes & no: me@host, ?=",
                "~what? ~ | ~what? ~",
            })
    void loseThem(String text, String left) {
        assertThat(AddressSecrets.without(text)).isEqualTo(left);
        assertThat(AddressSecrets.without(left)).isEqualTo(left);
        assertThat(AddressSecrets.shown(text)).doesNotContain("SECRET", "RET");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "https://host/simple?t=SECRET | https://host/simple?…",
                "https://u:SECRET@host/simple?a=1&b=SECRET#c | https://****@host/simple?…#c",
                "\"https://host/x?SECRET\": and more? yes | \"https://host/x?…\": and more? yes",
                "see 'https://host?t=SEC'RET' now | see 'https://host?…' now",
                "a @ git+ssh://git@host/r?k=SECRET ; b | a @ git+ssh://****@host/r?… ; b",
                "{\"url\":\"https:\\/\\/host\\/x?k=SECRET\"} | {\"url\":\"https:\\/\\/host\\/x?…\"}",
                // What is no address, or has none.
                "d.whl?token=SECRET&a=1 | d.whl?a=1",
                "what? is https://host? yes | what? is https://host? yes",
                "https://host/x?… | https://host/x?…",
            })
    void isShownWithoutItsQuery(String text, String shown) {
        assertThat(AddressSecrets.shown(text)).isEqualTo(shown);
        assertThat(AddressSecrets.shown(shown)).isEqualTo(shown);
    }
}
