// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.nix;

/** What a token of the Nix language is, with the words that name it in messages. */
enum NixTokenKind {
    IDENTIFIER("a name"),
    INTEGER("a number"),
    FLOAT("a number"),
    PATH("a path"),
    PATH_TEXT("the rest of a path"),
    PATH_INTERPOLATION("\"${\""),
    SEARCH_PATH("a search path"),
    HOME_PATH("a path"),
    URI("a URI"),
    STRING_OPEN("a string"),
    STRING_TEXT("text"),
    STRING_CLOSE("the end of a string"),
    INTERPOLATION("\"${\""),
    IF("\"if\""),
    THEN("\"then\""),
    ELSE("\"else\""),
    ASSERT("\"assert\""),
    WITH("\"with\""),
    LET("\"let\""),
    IN("\"in\""),
    REC("\"rec\""),
    INHERIT("\"inherit\""),
    OR_KEYWORD("\"or\""),
    ELLIPSIS("\"...\""),
    EQUAL("\"==\""),
    NOT_EQUAL("\"!=\""),
    LESS_OR_EQUAL("\"<=\""),
    GREATER_OR_EQUAL("\">=\""),
    LESS("\"<\""),
    GREATER("\">\""),
    AND("\"&&\""),
    OR("\"||\""),
    IMPLIES("\"->\""),
    UPDATE("\"//\""),
    CONCAT("\"++\""),
    PLUS("\"+\""),
    MINUS("\"-\""),
    TIMES("\"*\""),
    DIVIDE("\"/\""),
    NOT("\"!\""),
    QUESTION("\"?\""),
    AT("\"@\""),
    COLON("\":\""),
    SEMICOLON("\";\""),
    COMMA("\",\""),
    DOT("\".\""),
    ASSIGN("\"=\""),
    BRACE_OPEN("\"{\""),
    BRACE_CLOSE("\"}\""),
    BRACKET_OPEN("\"[\""),
    BRACKET_CLOSE("\"]\""),
    PAREN_OPEN("\"(\""),
    PAREN_CLOSE("\")\""),
    END("the end of the text");

    private final String words;

    NixTokenKind(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
