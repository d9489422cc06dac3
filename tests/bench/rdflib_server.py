"""rdflib-endpoint over a file of N-Quads in memory: ``python rdflib_server.py FILE PORT``."""

from __future__ import annotations

import sys

import uvicorn
from rdflib import Dataset
from rdflib_endpoint import SparqlEndpoint

if __name__ == "__main__":
    dataset = Dataset(default_union=True)
    dataset.parse(sys.argv[1], format="nquads")
    application = SparqlEndpoint(graph=dataset)
    uvicorn.run(application, host="127.0.0.1", port=int(sys.argv[2]), log_level="error", access_log=False)
