// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.mirror;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zeus.wheels.core.text.HtmlText;
import dev.zeus.wheels.core.text.JsonText;
import dev.zeus.wheels.python.PackageName;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * The pages of an index as files, each as HTML and as JSON. Addresses are relative, so that they hold wherever a server
 * puts them.
 *
 * <p>Standards: <a href="https://packaging.python.org/en/latest/specifications/simple-repository-api/">the simple
 * repository API</a>, versions 1.0 (PEP 503) and 1.1 (PEP 691, PEP 700), with metadata beside the files (PEP 658, 714).
 */
public final class MirrorPages {
    private static final String VERSION = "1.1";

    private MirrorPages() {}

    /** The page that lists all packages, as HTML. */
    public static String listHtml(Collection<PackageName> names) {
        return page("Simple index", names, name -> List.of(name.value(), "href", name + "/"));
    }

    /** The page that lists all packages, as JSON. */
    public static String listJson(Collection<PackageName> names) {
        ObjectNode root = root();
        ArrayNode projects = root.putArray("projects");
        names.forEach(name -> projects.addObject().put("name", name.value()));
        return JsonText.print(root);
    }

    /** The page of one package, as HTML. */
    public static String html(PackageName name, List<MirroredFile> files) {
        return page("Links for " + name, files, MirrorPages::link);
    }

    /** The text of a link, and its attributes as names and values in turn. */
    private static List<String> link(MirroredFile each) {
        List<String> link = new ArrayList<>(List.of(
                each.file().name(),
                "href",
                encoded(each.file().name()) + "#sha256=" + each.file().sha256()));
        each.requiresPython().ifPresent(python -> link.addAll(List.of("data-requires-python", python.toString())));
        // The second name is what older readers know.
        each.metadata()
                .map(hash -> "sha256=" + hash)
                .ifPresent(hash -> link.addAll(List.of("data-core-metadata", hash, "data-dist-info-metadata", hash)));
        return link;
    }

    private static <T> String page(String title, Collection<T> items, Function<T, List<String>> link) {
        HtmlText page = new HtmlText()
                .open("!DOCTYPE html")
                .line()
                .open("html")
                .open("head")
                .open("meta", "charset", "utf-8")
                .open("meta", "name", "pypi:repository-version", "content", "1.0")
                .element("title", title)
                .close("head")
                .line()
                .open("body")
                .line();
        for (T item : items) {
            List<String> words = link.apply(item);
            page.element("a", words.get(0), words.subList(1, words.size()).toArray(String[]::new))
                    .open("br")
                    .line();
        }
        return page.close("body").close("html").line().toString();
    }

    /** The page of one package, as JSON. */
    public static String json(PackageName name, List<MirroredFile> files) {
        ObjectNode root = root().put("name", name.value());
        ArrayNode versions = root.putArray("versions");
        files.stream().map(each -> each.version().toString()).distinct().forEach(versions::add);
        ArrayNode list = root.putArray("files");
        for (MirroredFile each : files) {
            ObjectNode node = list.addObject()
                    .put("filename", each.file().name())
                    .put("url", encoded(each.file().name()));
            node.putObject("hashes").put("sha256", each.file().sha256().toString());
            each.requiresPython().ifPresent(python -> node.put("requires-python", python.toString()));
            node.put("size", each.size());
            each.file().uploadTime().ifPresent(time -> node.put("upload-time", time.toString()));
            each.metadata().ifPresent(hash -> node.putObject("core-metadata").put("sha256", hash.toString()));
        }
        return JsonText.print(root);
    }

    private static ObjectNode root() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.putObject("meta").put("api-version", VERSION);
        return root;
    }

    /** A file name as a relative address: a plus would be a space to some, and what is before a colon a scheme. */
    private static String encoded(String name) {
        try {
            return new URI(null, null, "/" + name, null)
                    .toASCIIString()
                    .substring(1)
                    .replace("+", "%2B")
                    .replace(":", "%3A");
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(name, e);
        }
    }
}
