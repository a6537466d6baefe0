// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds types whose capitals put a hyphen where the project's name probably has none: {@code NumPy} is {@code num-py},
 * {@code PyYAML} is {@code py-yaml}.
 *
 * <p>What is locked under the derived name is right, and so is what says its name.
 */
final class SpellingRules {
    /** Capitals in a row, or one at the end: an abbreviation. */
    private static final Pattern ABBREVIATION = Pattern.compile(".*[A-Z]{2}.*|.+[a-z0-9][A-Z]");

    /** The language at the beginning or the end, which projects mostly write in one word with the rest. */
    private static final Pattern LANGUAGE = Pattern.compile("Py[A-Z].*|[A-Z][a-z0-9]+Py");

    /** Projects of one word that people write in two. */
    private static final Set<String> ONE_WORD = Set.of(("aiohttp beautifulsoup4 bitsandbytes boto3 catboost coremltools"
                    + " cryptography databricks datasets duckdb fastapi fastparquet filelock gensim geopandas gitpython"
                    + " graphviz grpcio huggingface imageio ipykernel ipython ipywidgets itsdangerous jsonschema jupyterlab"
                    + " langchain langgraph lightgbm llvmlite loguru markupsafe matplotlib mlflow mongoengine networkx"
                    + " notebook numexpr onnxruntime openai openpyxl opentelemetry plotly portalocker prettytable rapidfuzz"
                    + " sentencepiece setproctitle shapely simplejson sqlalchemy sqlmodel statsmodels streamlit tensorboard"
                    + " tensorflow textblob torchaudio torchvision typeguard urllib3 uvloop websockets xarray xgboost"
                    + " xlsxwriter xmltodict zstandard")
            .split(" "));

    private final Findings findings;
    private final Lock lock;

    SpellingRules(Findings findings, Lock lock) {
        this.findings = findings;
        this.lock = lock;
    }

    void check(List<Named> declarations) {
        for (Named named : declarations) {
            if (named.declaration() instanceof WrittenDeclaration.Wheel wheel
                    && !wheel.name().given()
                    && !wheel.wheelName().given()
                    && isSuspect(wheel.type().simple())
                    && lock.of(named.project()).isEmpty()) {
                findings.add(
                        Suspicion.SUSPECT_TYPE_NAME,
                        wheel.site(),
                        Quoted.text(wheel.type().simple()),
                        Quoted.text(named.name()),
                        Quoted.text(joined(wheel.type().simple())));
            }
        }
    }

    /** Whether a type's name probably gives another name than the project's. */
    static boolean isSuspect(String simple) {
        String derived = Names.ofType(simple);
        String joined = joined(simple);
        return !derived.equals(joined)
                && RecipeRules.wrongName(joined).isEmpty()
                && (ABBREVIATION.matcher(simple).matches()
                        || LANGUAGE.matcher(simple).matches()
                        || ONE_WORD.contains(joined));
    }

    private static String joined(String simple) {
        return simple.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
