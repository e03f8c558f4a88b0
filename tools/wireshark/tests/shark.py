"""Runs tshark with the dissector, and reads what it says."""

import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
DISSECTOR = HERE.parent / "tamga.lua"
PAGE = HERE.parent.parent.parent / "docs" / "PROTOCOL.md"
PORT = 4433
# Long after what a busy machine needs.
SECONDS = 900
# An empty folder of settings: those of whoever runs the tests play no part.
SETTINGS = tempfile.TemporaryDirectory()

needs_tshark = unittest.skipUnless(shutil.which("tshark"), "tshark is not installed: see tools/setup")


class LuaFault(AssertionError):
    """tshark reported an error of the dissector."""


def glossary(report):
    """A report of tshark -G, with the dissector installed as README.md says."""
    with tempfile.TemporaryDirectory() as home:
        plugins = pathlib.Path(home, ".local", "lib", "wireshark", "plugins")
        plugins.mkdir(parents=True)
        for file in (DISSECTOR, DISSECTOR.with_name("tamga_tables.lua")):
            shutil.copy(file, plugins)
        result = subprocess.run(
            ["tshark", "-G", report], capture_output=True, timeout=SECONDS, check=True, env={**os.environ, "HOME": home})
    if b"Lua" in result.stderr:
        raise LuaFault(result.stderr.decode("utf-8", "replace"))
    return result.stdout.decode("utf-8")


def run(arguments):
    """Standard output of tshark with the dissector; an error of Lua, or of tshark, is a failure."""
    command = ["tshark", "-X", f"lua_script:{DISSECTOR}", *arguments]
    settings = {**os.environ, "WIRESHARK_CONFIG_DIR": SETTINGS.name, "LC_ALL": "C.UTF-8"}
    result = subprocess.run(
        command, capture_output=True, timeout=SECONDS, env=settings, check=False)
    output, errors = result.stdout.decode("utf-8", "replace"), result.stderr.decode("utf-8", "replace")
    for text in (output, errors):
        place = text.find("Lua Error") if "Lua Error" in text else text.find("Lua: ")
        if place >= 0:
            raise LuaFault(text[max(0, place - 200) : place + 600])
    if "Dissector bug" in output:
        raise LuaFault(output[output.find("Dissector bug") :][:600])
    if result.returncode != 0:
        raise AssertionError(f"tshark ended with {result.returncode}: {errors[-1000:]}")
    return output


def read(capture, *arguments, plain_port=PORT, personal=False, two_pass=True):
    """Reads a capture; without TLS on plain_port, unless that is None."""
    options = ["-r", str(capture), "-n", "-o", f"tamga.show_personal:{'TRUE' if personal else 'FALSE'}"]
    if plain_port is not None:
        options += ["-d", f"tcp.port=={plain_port},tamga"]
    if two_pass:
        options.append("-2")
    return run([*options, *arguments])


def fields(capture, names, *arguments, **options):
    """The rows of tshark -T fields: lists of values, each a list."""
    wanted = [option for name in names for option in ("-e", name)]
    output = read(capture, "-T", "fields", "-E", "separator=|", "-E", "aggregator=;", *wanted, *arguments, **options)
    return [[cell.split(";") if cell else [] for cell in row.split("|")] for row in output.splitlines()]


class Node:
    """A line of the tree: its filter name, its value, the lines below."""

    def __init__(self, name, value):
        self.name, self.value, self.children = name, value, []

    def all(self, name):
        """Every line of this name, here and below."""
        found = [self] if self.name == name else []
        return found + [node for child in self.children for node in child.all(name)]

    def plain(self):
        return (self.name, self.value, [child.plain() for child in self.children])


def nodes(pairs):
    result = []
    for name, value in pairs:
        if name.endswith("_tree") and result and result[-1].name == name[: -len("_tree")]:
            result[-1].children = nodes(value)
        elif isinstance(value, list) and (not value or isinstance(value[0], tuple)):
            node = Node(name, None)
            node.children = nodes(value)
            result.append(node)
        else:
            result.append(Node(name, value))
    return result


def trees(capture, *arguments, **options):
    """For each packet the lines of its Tamga frames."""
    output = read(capture, "-T", "json", "-J", "tamga", *arguments, **options)
    packets = json.loads(output, object_pairs_hook=list) if output.strip() else []
    result = []
    for packet in packets:
        layers = dict(dict(packet)["_source"])["layers"]
        result.append([node for node in nodes(layers) if node.name == "tamga"])
    return result


def experts(frame):
    """Names of the expert infos below a frame, in their order."""
    return [
        node.name.removeprefix("tamga.") for expert in frame.all("_ws.expert") for node in expert.children
        if node.name.startswith("tamga.")
    ]
