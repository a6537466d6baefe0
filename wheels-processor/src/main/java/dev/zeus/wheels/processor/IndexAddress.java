// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import dev.zeus.wheels.Sources;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds addresses of other pages of an index than its root: of its site, of a project, of a file. */
final class IndexAddress {
    private static final Set<String> REPOSITORIES = Set.of("github.com", "www.github.com");

    /** How servers of packages write the address of a repository: GitLab, Artifactory, Nexus, AWS, Google, Azure. */
    private static final Pattern WITHOUT_SIMPLE =
            Pattern.compile("[^/]+(?:/.*)?/api/v4/(?:projects|groups)/.+/packages/pypi"
                    + "|[^/]+(?:/.*)?/api/pypi/[^/]+"
                    + "|[^/]*nexus[^/]*(?:/.*)?/repository/[^/]+"
                    + "|[^/]+\\.codeartifact\\.[^/]+\\.amazonaws\\.com/pypi/[^/]+"
                    + "|[^/]+-python\\.pkg\\.dev/[^/]+/[^/]+"
                    + "|pkgs\\.dev\\.azure\\.com/.+/_packaging/[^/]+/pypi");

    private IndexAddress() {}

    /** Why an address is probably no index, and the way out. */
    record Doubt(String reason, String hint) {}

    /** The doubt about an address that is one; {@code projects} are those that are wanted from it. */
    static Optional<Doubt> doubt(String address, Collection<String> projects) {
        URI url;
        try {
            url = new URI(address);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
        List<String> path =
                List.of(String.valueOf(url.getPath()).replaceAll("^/+|/+$", "").split("/+"));
        String last = path.get(path.size() - 1);
        String root = url.getScheme() + "://" + url.getRawAuthority() + "/";
        boolean builtIn = String.valueOf(url.getHost())
                .equals(URI.create(Sources.PYPI_URL).getHost());
        if (builtIn) {
            return Optional.of(new Doubt(
                    "it is on the host of the source \"pypi\", which is built in, and is not its index",
                    "remove it, since every wheel comes from there that says no other source"));
        } else if (last.isEmpty()) {
            return Optional.of(new Doubt(
                    "it is the root of a site",
                    "write the address that pip takes as --index-url, often " + Quoted.text(root + "simple/")));
        } else if (last.toLowerCase(Locale.ROOT).matches(".*\\.(?:whl|gz|zip|json|html?)")) {
            return Optional.of(new Doubt(
                    "it is a file", "write the folder above it, or format = SourceFormat.FLAT for a page of links"));
        }
        String whole = "/" + String.join("/", path);
        if (REPOSITORIES.contains(String.valueOf(url.getHost())) && path.size() == 2) {
            return Optional.of(new Doubt(
                    "it is a repository of source",
                    "declare what it builds as @CustomPackage(from = @From(github = " + Quoted.text(whole.substring(1))
                            + ", …)), or write the address of an index"));
        } else if (WITHOUT_SIMPLE.matcher(String.valueOf(url.getHost()) + whole).matches()) {
            return Optional.of(new Doubt(
                    "it is the root of a repository, whose index is below it",
                    "did you mean " + Quoted.text(address.replaceFirst("/+$", "") + "/simple/") + "?"));
        }
        String before = path.size() < 2 ? "" : path.get(path.size() - 2);
        boolean named = projects.contains(RecipeValues.name(last));
        if (before.equals("simple") || before.equals("project") || (named && path.size() > 1)) {
            String above = root + String.join("/", path.subList(0, path.size() - 1)) + "/";
            return Optional.of(new Doubt(
                    "it is the page of the project " + Quoted.text(last),
                    before.equals("project")
                            ? "write the root of the index"
                            : "did you mean " + Quoted.text(above) + "?"));
        }
        return Optional.empty();
    }
}
