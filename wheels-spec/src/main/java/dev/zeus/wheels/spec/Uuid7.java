// SPDX-License-Identifier: Apache-2.0
package dev.zeus.wheels.spec;

import dev.zeus.wheels.CustomPackage;

/** UUIDs that sort by time; built from its source archive. */
@CustomPackage(
        pythons = {"3.11", "3.12"},
        description = "UUID version 7 implementation for Python",
        definition = """
                {
                  buildPythonPackage,
                  fetchPypi,
                  setuptools,
                }:
                buildPythonPackage rec {
                  pname = "uuid7";
                  version = "0.1.0";
                  pyproject = true;

                  src = fetchPypi {
                    inherit pname version;
                    hash = "sha256-jFeqMu50VtPMaMlcRTC8VxZG3vrAGJXPxzVFRJiUpjw=";
                  };

                  build-system = [ setuptools ];

                  pythonImportsCheck = [ "uuid_extensions" ];
                }
                """)
interface Uuid7 {}
