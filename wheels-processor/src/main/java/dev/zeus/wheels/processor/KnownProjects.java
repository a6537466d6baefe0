// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.processor;

import java.util.Optional;
import java.util.Set;

/**
 * Projects that many use.
 *
 * <p>A name that is nearly one of these is mostly a misspelling, and its owner may be anybody.
 */
final class KnownProjects {
    static final Set<String> KNOWN = Set.of(("accelerate airflow aiobotocore aiofiles aiohttp aiosqlite alembic"
                    + " altair annotated-types ansible anthropic anyio apache-airflow apscheduler argcomplete"
                    + " asgiref asyncpg attrs autograd azure-core azure-identity babel backoff bandit bcrypt"
                    + " beautifulsoup4 biopython bitsandbytes black blinker bokeh boto3 botocore cachetools catboost"
                    + " celery certifi cffi channels charset-normalizer chromadb click cloudpickle colorama colorlog"
                    + " contourpy coverage croniter cryptography cupy cycler cython dagster dask databricks-sdk"
                    + " datasets datasette dbt-core decorator defusedxml deprecated diffusers dill distlib distributed"
                    + " django django-cors-headers django-filter djangorestframework dnspython docker docutils dulwich"
                    + " duckdb einops elasticsearch email-validator evaluate execnet executing faiss-cpu faker fastapi"
                    + " fastavro fastjsonschema fastparquet filelock flake8 flask flask-cors flask-login"
                    + " flask-sqlalchemy fonttools frozenlist fsspec gensim geopandas gevent gitpython google-api-core"
                    + " google-auth google-cloud-storage gradio graphql-core graphviz greenlet grpcio grpcio-tools"
                    + " gunicorn httpcore httptools httpx httpx-sse huggingface-hub humanize hydra-core hypothesis"
                    + " identify imageio importlib-metadata influxdb-client iniconfig ipykernel ipython ipywidgets"
                    + " isodate isort itsdangerous jinja2 jmespath joblib jsonpatch jsonpickle jsonpointer jsonschema"
                    + " jupyter jupyterlab keras kubernetes langchain langchain-core langgraph langsmith lightgbm"
                    + " lightning litellm llama-index llvmlite loguru lxml mako markdown markdown-it-py markupsafe"
                    + " marshmallow matplotlib mccabe mistune mkdocs mkdocs-material mlflow moto mpmath msgpack"
                    + " msgspec multidict mypy mypy-extensions mysqlclient narwhals nbconvert nbformat nest-asyncio"
                    + " networkx nltk notebook numba numexpr numpy oauthlib omegaconf onnx onnxruntime openai"
                    + " opencv-python opencv-python-headless openpyxl opentelemetry-api opentelemetry-sdk optuna"
                    + " orjson packaging pandas pandas-stubs paramiko parso pathspec peewee pendulum pillow platformdirs"
                    + " playwright plotly pluggy polars portalocker pre-commit prefect prometheus-client prompt-toolkit"
                    + " propcache protobuf psutil psycopg psycopg2 psycopg2-binary pyarrow pyasn1 pyasn1-modules"
                    + " pycparser pycryptodome pydantic pydantic-core pydantic-settings pygments pyjwt pylint pymongo"
                    + " pymysql pynacl pyodbc pyopenssl pyparsing pyproj pyright pyserial pyspark pytest"
                    + " pytest-asyncio pytest-cov pytest-mock pytest-xdist python-dateutil python-docx python-dotenv"
                    + " python-multipart pytorch-lightning pytz pywavelets pyyaml pyzmq qdrant-client rapidfuzz"
                    + " rasterio readme-renderer redis referencing regex reportlab requests requests-oauthlib"
                    + " responses retrying rfc3986 rich rpds-py ruamel-yaml s3fs s3transfer sacrebleu safetensors"
                    + " scikit-image scikit-learn scipy scrapy seaborn selenium sentence-transformers sentencepiece"
                    + " sentry-sdk setproctitle shapely simplejson slack-sdk snowflake-connector-python sortedcontainers"
                    + " soupsieve spacy sphinx sqlalchemy sqlglot sqlmodel sqlparse starlette statsmodels streamlit"
                    + " structlog stripe sympy tabulate tenacity tensorboard tensorflow termcolor tiktoken"
                    + " timm tokenizers tomli tomlkit toolz torch torchaudio torchvision tornado tqdm traitlets"
                    + " transformers trio twisted typeguard typer types-requests typing-extensions typing-inspect tzdata"
                    + " tzlocal ujson ultralytics urllib3 uvicorn uvloop virtualenv wandb watchdog watchfiles wcwidth"
                    + " webencodings websocket-client websockets werkzeug wrapt xarray xgboost xlrd xlsxwriter"
                    + " xmltodict yarl zarr zeep zstandard")
            .split(" "));

    private static final NearNames NEAR = new NearNames();

    static {
        KNOWN.forEach(NEAR::add);
    }

    private KnownProjects() {}

    static boolean isKnown(String name) {
        return KNOWN.contains(name);
    }

    /** The one that a name is nearly. */
    static Optional<String> near(String name) {
        return NEAR.near(name);
    }
}
