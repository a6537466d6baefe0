package dev.zeus.wheels.core.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page that lists every case of the contract is what the tests say. */
class ContractTableTest {
    private static final Path PAGE = Path.of("..", "docs", "index-contract.md");
    private static final String HEAD = """
            # What happens when the outside world misbehaves

            Every line is proved by the test it names; `ContractTableTest` writes this page
            (`mvn -pl wheels-core -am test -Dgoldens.update`).

            | case | given | outcome | test |
            |---|---|---|---|
            """;

    private record Row(String id, String given, String outcome, String test) {
        static Row of(JavaMethod method, Proves proves) {
            return new Row(
                    proves.id(),
                    proves.given(),
                    proves.outcome(),
                    method.getOwner().getSimpleName() + "." + method.getName());
        }

        String kind() {
            return id.substring(0, id.indexOf(' '));
        }

        int number() {
            return Integer.parseInt(id.substring(id.indexOf(' ') + 1));
        }

        String line() {
            return "| " + id + " | " + given + " | " + outcome.replace("|", "\\|") + " | `" + test + "` |\n";
        }
    }

    @Test
    void listsEveryProof() throws IOException {
        List<Row> rows = new ClassFileImporter()
                .importPackages("dev.zeus.wheels.core").stream()
                        .flatMap(type -> type.getMethods().stream())
                        .flatMap(ContractTableTest::rows)
                        .sorted(Comparator.comparing(Row::kind, Comparator.reverseOrder())
                                .thenComparing(Row::number)
                                .thenComparing(Row::test)
                                .thenComparing(Row::given))
                        .toList();
        StringBuilder page = new StringBuilder(HEAD);
        rows.forEach(row -> page.append(row.line()));
        if (Boolean.getBoolean("goldens.update")
                || System.getProperty("goldens.update", "no").isEmpty()) {
            Files.writeString(PAGE, page);
        }
        assertThat(page).hasToString(Files.readString(PAGE));
    }

    private static Stream<Row> rows(JavaMethod method) {
        Stream<Proves> one = method.isAnnotatedWith(Proves.class)
                ? Stream.of(method.getAnnotationOfType(Proves.class))
                : Stream.empty();
        Stream<Proves> many = method.isAnnotatedWith(Proves.All.class)
                ? Stream.of(method.getAnnotationOfType(Proves.All.class).value())
                : Stream.empty();
        return Stream.concat(one, many).map(proves -> Row.of(method, proves));
    }
}
