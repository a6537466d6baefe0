// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.commonmark.node.Node;

/**
 * The site: the README, and every document that it leads to.
 *
 * <p>A page stands where its document stands in the repository, so that links between documents stay as they are but
 * for their ending: {@code docs/start.md} is {@code docs/start.html}, and {@code README.md} the {@code index.html} of
 * its folder. Pictures are copied; what else a document links to is looked at in the repository on the web.
 */
public final class Site {
    private static final String FIRST = "README.md";

    private final Path root;
    private final Map<Path, Node> documents = new LinkedHashMap<>();

    private Site(Path root) {
        this.root = root;
    }

    /**
     * Writes the site of a checkout.
     *
     * @param arguments the checkout, and the folder for the pages
     */
    public static void main(String[] arguments) throws IOException {
        Path output = Path.of(arguments[1]);
        int pages = write(Path.of(arguments[0]).toRealPath(), output);
        System.out.println(pages + " pages in " + output);
    }

    /** Writes the site of a checkout into a folder, and returns the number of its pages. */
    static int write(Path root, Path output) throws IOException {
        Site site = new Site(root);
        site.read();
        Navigation navigation =
                Navigation.of(Page.parse(Files.readString(root.resolve("docs").resolve(FIRST))));
        for (Map.Entry<Path, Node> document : site.documents.entrySet()) {
            Page page = new Page(document.getKey(), document.getValue(), navigation);
            Path file = output.resolve(Links.page(document.getKey()));
            Files.createDirectories(file.getParent());
            Files.writeString(file, page.html());
            for (Path picture : page.pictures()) {
                Path copy = output.resolve(picture);
                Files.createDirectories(copy.getParent());
                Files.write(copy, Files.readAllBytes(root.resolve(picture)));
            }
        }
        return site.documents.size();
    }

    /** Follows the links from the README. */
    private void read() throws IOException {
        Deque<Path> waiting = new ArrayDeque<>();
        waiting.add(Path.of(FIRST));
        while (!waiting.isEmpty()) {
            Path document = waiting.remove();
            if (documents.containsKey(document)) {
                continue;
            }
            Node parsed = Page.parse(Files.readString(root.resolve(document)));
            documents.put(document, parsed);
            new Links(document).documents(parsed).forEach(waiting::add);
        }
    }
}
