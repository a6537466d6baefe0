import acme_analysis
import pytest


def test_middle():
    assert acme_analysis.middle([3, 1, 2]) == 2


@pytest.mark.database
def test_database():
    import psycopg

    psycopg.connect().close()
