"""What is on offer, by HTTP."""

import os
import pathlib

from fastapi import FastAPI

app = FastAPI()


@app.get("/offers")
def offers() -> dict:
    return {"currency": os.environ.get("SHOP_CURRENCY", "USD"), "offers": ["apples", "pears"]}


@app.get("/health")
def health() -> dict:
    # A service of systemd finds its secrets in a directory of its own.
    secrets = os.environ.get("CREDENTIALS_DIRECTORY")
    return {"paying": secrets is not None and pathlib.Path(secrets, "api-key").is_file()}
