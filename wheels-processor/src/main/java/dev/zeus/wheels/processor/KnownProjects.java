package dev.zeus.wheels.processor;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Projects that many use, and the names that Python imports them by where that is another one.
 *
 * <p>A name that is nearly one of these is mostly a misspelling, and its owner may be anybody.
 */
final class KnownProjects {
    private static final Map<String, String> BY_MODULE = Map.ofEntries(
            Map.entry("bs4", "beautifulsoup4"),
            Map.entry("crypto", "pycryptodome"),
            Map.entry("cv2", "opencv-python"),
            Map.entry("dateutil", "python-dateutil"),
            Map.entry("docx", "python-docx"),
            Map.entry("dotenv", "python-dotenv"),
            Map.entry("fitz", "pymupdf"),
            Map.entry("gi", "pygobject"),
            Map.entry("git", "gitpython"),
            Map.entry("jose", "python-jose"),
            Map.entry("jwt", "pyjwt"),
            Map.entry("magic", "python-magic"),
            Map.entry("mysqldb", "mysqlclient"),
            Map.entry("openssl", "pyopenssl"),
            Map.entry("pil", "pillow"),
            Map.entry("pptx", "python-pptx"),
            Map.entry("serial", "pyserial"),
            Map.entry("skimage", "scikit-image"),
            Map.entry("sklearn", "scikit-learn"),
            Map.entry("usb", "pyusb"),
            Map.entry("win32api", "pywin32"),
            Map.entry("yaml", "pyyaml"),
            Map.entry("zmq", "pyzmq"));

    /** Modules of Python itself. */
    private static final Set<String> STANDARD = Set.of(("abc argparse ast asyncio base64 bisect calendar cmath"
                    + " collections concurrent configparser contextlib copy csv ctypes curses dataclasses datetime"
                    + " decimal difflib dis email ensurepip enum errno fcntl fnmatch fractions ftplib functools gc getopt"
                    + " getpass gettext glob graphlib gzip hashlib heapq hmac html http imaplib importlib inspect io"
                    + " ipaddress itertools json linecache locale logging lzma mailbox mimetypes mmap multiprocessing"
                    + " netrc numbers operator os pathlib pdb pickle pkgutil platform plistlib poplib pprint queue"
                    + " random re readline sched secrets select selectors shelve shlex shutil signal smtplib socket"
                    + " socketserver sqlite3 ssl stat statistics string stringprep struct subprocess sys sysconfig"
                    + " syslog tarfile tempfile textwrap threading timeit tkinter tokenize tomllib traceback tracemalloc"
                    + " turtle types typing unicodedata unittest urllib uuid venv warnings wave weakref webbrowser"
                    + " wsgiref xml xmlrpc zipfile zipimport zlib zoneinfo")
            .split(" "));

    /** Of five letters and more, since shorter names are near to many. */
    private static final Set<String> KNOWN = Set.of(("accelerate airflow aiobotocore aiofiles aiohttp aiosqlite alembic"
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

    private KnownProjects() {}

    /** The project that Python imports by a name which is not its own. */
    static Optional<String> ofModule(String name) {
        return Optional.ofNullable(BY_MODULE.get(name));
    }

    /** Whether Python has a module of that name itself. */
    static boolean isStandard(String name) {
        return STANDARD.contains(name);
    }

    static boolean isKnown(String name) {
        return KNOWN.contains(name);
    }

    /** All that many use. */
    static Set<String> all() {
        return KNOWN;
    }
}
