// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.core.index;

import dev.zeus.wheels.core.http.HttpAnswer;
import dev.zeus.wheels.core.http.HttpFields;
import dev.zeus.wheels.python.PackageName;
import java.net.URI;
import java.util.stream.Collectors;

/** What was judged of a page, as lines of text: versions with their files, what is left out, and the notes. */
final class JudgedText {
    private JudgedText() {}

    /** What is judged of a page as the answer of an index. */
    static JudgedFiles judged(String project, Listing listing) {
        IndexSource source = new IndexSource("acme", URI.create("https://index.example/simple/"));
        PackageName name = PackageName.parse(project);
        HttpAnswer answer = new HttpAnswer(source.page(name), 200, HttpFields.NONE, new byte[0]);
        return new PageFiles(name, source, answer, listing).judged();
    }

    static String of(JudgedFiles judged) {
        StringBuilder text = new StringBuilder(judged.name().toString());
        ReleaseColumns columns = judged.columns();
        for (int version = 0; version < columns.versions.size(); version++) {
            text.append("\n").append(columns.versions.get(version)).append(':');
            for (int file = columns.begins[version]; file < columns.begins[version + 1]; file++) {
                int cell = file * ReleaseColumns.WIDTH;
                text.append("\n  file ").append(columns.cells[cell]);
                int tags = columns.cells[cell + 1];
                text.append(
                        tags == ReleaseColumns.SDIST
                                ? " sdist"
                                : " " + columns.tags.values().get(tags));
                int python = columns.cells[cell + 2];
                text.append(
                        python == ReleaseColumns.ANY
                                ? ""
                                : " Python " + columns.pythons.values().get(python));
                text.append((columns.cells[cell + 3] & ReleaseColumns.YANKED) == 0 ? "" : " yanked");
                text.append((columns.cells[cell + 3] & ReleaseColumns.PLAIN) == 0 ? "" : " plain");
            }
        }
        judged.leftOut()
                .forEach((version, why) ->
                        text.append("\nleft out ").append(version).append(": ").append(why));
        return text + judged.notes().stream().map(note -> "\nnote: " + note).collect(Collectors.joining());
    }
}
