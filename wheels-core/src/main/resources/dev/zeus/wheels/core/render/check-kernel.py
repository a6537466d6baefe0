#
"""Runs one cell in a kernel by its name, as a notebook does, and prints what the kernel says."""

import sys

from jupyter_client.manager import start_new_kernel

manager, client = start_new_kernel(kernel_name=sys.argv[1], startup_timeout=120)
try:
    said = []
    reply = client.execute_interactive(
        "import sys; print(6 * 7, sys.executable)",
        timeout=120,
        output_hook=lambda message: said.append(message["content"].get("text", "")),
    )
finally:
    client.stop_channels()
    manager.shutdown_kernel(now=True)
if reply["content"]["status"] != "ok" or "42" not in "".join(said):
    sys.exit(f"the kernel {sys.argv[1]} answers: {reply['content']} {said}")
print("".join(said), end="")
