// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.testkit;

import java.util.List;
import java.util.Map;

/** How a loopback index writes its project pages. */
public enum PageStyle {
    /** PEP 503 with hashes and Python requirements, without validators; metadata is served but never announced. */
    PLAIN_HTML(false),
    /** PEP 503 with every later attribute (592, 658, 700's upload time, 714) and an ETag. */
    RICH_HTML(true),
    /** PEP 691 JSON with PEP 700 and an ETag. */
    JSON(true);

    private final boolean validators;

    PageStyle(boolean validators) {
        this.validators = validators;
    }

    boolean validators() {
        return validators;
    }

    /**
     * The page of a project.
     *
     * @param attestations where the attestations of its files are, by file name
     */
    Answer page(String project, List<ServedFile> files, Map<String, String> attestations) {
        return this == JSON ? Answer.json(json(project, files, attestations)) : Answer.html(html(project, files));
    }

    private String html(String project, List<ServedFile> files) {
        StringBuilder page = new StringBuilder("<!DOCTYPE html>\n<html>\n<head><title>Links for ");
        page.append(project).append("</title></head>\n<body>\n");
        for (ServedFile file : files) {
            page.append("<a href=\"../../files/").append(file.filename());
            file.sha256().ifPresent(hex -> page.append("#sha256=").append(hex));
            page.append('"');
            file.requiresPython().ifPresent(text -> attribute(page, "data-requires-python", text));
            file.uploadTime().ifPresent(text -> attribute(page, "data-upload-time", text));
            file.yanked().ifPresent(text -> attribute(page, "data-yanked", text));
            if (this == RICH_HTML && file.announced()) {
                file.metadata()
                        .ifPresent(text -> attribute(page, "data-core-metadata", "sha256=" + BuiltWheel.sha256(text)));
            }
            page.append('>').append(file.filename()).append("</a><br/>\n");
        }
        return page.append("</body>\n</html>\n").toString();
    }

    private static void attribute(StringBuilder page, String name, String value) {
        String escaped = value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
        page.append(' ').append(name).append("=\"").append(escaped).append('"');
    }

    private static String json(String project, List<ServedFile> files, Map<String, String> attestations) {
        StringBuilder page = new StringBuilder("{\"meta\":{\"api-version\":\"1.1\"},\"name\":");
        quote(page, project).append(",\"files\":[");
        String separator = "";
        for (ServedFile file : files) {
            quote(page.append(separator).append("\n {\"filename\":"), file.filename());
            quote(page.append(",\"url\":"), "../../files/" + file.filename());
            page.append(",\"size\":").append(file.bytes().length).append(",\"hashes\":{");
            file.sha256().ifPresent(hex -> quote(page.append("\"sha256\":"), hex));
            page.append('}');
            file.requiresPython().ifPresent(text -> quote(page.append(",\"requires-python\":"), text));
            file.uploadTime().ifPresent(text -> quote(page.append(",\"upload-time\":"), text));
            if (attestations.containsKey(file.filename())) {
                quote(page.append(",\"provenance\":"), attestations.getOrDefault(file.filename(), ""));
            }
            page.append(",\"yanked\":");
            file.yanked().ifPresentOrElse(text -> quote(page, text), () -> page.append(false));
            if (file.announced()) {
                file.metadata()
                        .ifPresent(
                                text -> quote(page.append(",\"core-metadata\":{\"sha256\":"), BuiltWheel.sha256(text))
                                        .append('}'));
            }
            page.append('}');
            separator = ",";
        }
        return page.append("],\n\"versions\":[]}\n").toString();
    }

    private static StringBuilder quote(StringBuilder page, String text) {
        page.append('"');
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"' || c == '\\') {
                page.append('\\').append(c);
            } else if (c < ' ') {
                page.append(String.format("\\u%04x", (int) c));
            } else {
                page.append(c);
            }
        }
        return page.append('"');
    }
}
