#!/usr/bin/env python3
"""Opens reports in a headless Chromium and checks what a reader would meet.

A page must be one file: what it would load, run or say to the console is a fault (its own policy turns a request
or a script into a console error, and no name can be resolved). Every figure must have a picture that says what it
shows and a table with a header and rows; anchors must lead somewhere; at 360 px nothing may stand out at the side.

usage: check_page.py [--chromium PROGRAM] FILE...
Exit status: 0 all well, 1 faults, 77 no Chromium.
"""
import argparse
import html.parser
import pathlib
import shutil
import subprocess
import sys
import tempfile

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
OUTSIDE = {"src", "href", "srcset", "data", "action", "poster"}
WIDTH_PROBE = """<script>addEventListener('load',()=>{const wide=document.documentElement.scrollWidth;
if(wide>innerWidth)console.error('page is '+wide+' px wide in a window of '+innerWidth);})</script>"""


class Page(html.parser.HTMLParser):
    """What stands in a page: figures with their parts, anchors, links, things that would be loaded."""

    def __init__(self):
        super().__init__()
        self.figures, self.ids, self.links, self.faults = [], set(), [], []
        self.figure, self.svg, self.tables = None, None, 0

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if "id" in attributes:
            if attributes["id"] in self.ids:
                self.faults.append(f"id '{attributes['id']}' is used twice")
            self.ids.add(attributes["id"])
        for name in OUTSIDE & attributes.keys():
            value = attributes[name] or ""
            if value.startswith("#"):
                self.links.append(value[1:])
            elif not value.startswith("data:"):
                self.faults.append(f"<{tag} {name}> leads outside: {value}")
        if tag == "script" or any(name.startswith("on") for name in attributes):
            self.faults.append(f"<{tag}> would run a script")
        if tag == "figure":
            self.figure = {"id": attributes.get("id", "?"), "caption": "", "svg": 0, "named": 0, "headers": 0, "cells": 0}
            self.figures.append(self.figure)
        if self.figure is None:
            return
        if tag == "svg":
            self.figure["svg"] += 1
            self.svg = attributes.get("role") == "img"
        elif tag == "title" and self.svg:
            self.figure["named"] += 1
            self.svg = False
        elif tag == "th":
            self.figure["headers"] += attributes.get("scope") == "col"
        elif tag == "td":
            self.figure["cells"] += 1
        self.in_caption = tag == "figcaption" or (getattr(self, "in_caption", False) and tag == "b")

    def handle_endtag(self, tag):
        if tag == "figure":
            self.figure = None
        if tag == "figcaption":
            self.in_caption = False

    def handle_data(self, data):
        if self.figure is not None and getattr(self, "in_caption", False):
            self.figure["caption"] += data.strip()

    def all_faults(self):
        yield from self.faults
        if not self.figures:
            yield "no figure"
        for link in self.links:
            if link not in self.ids:
                yield f"#{link} leads nowhere"
        for figure in self.figures:
            if not figure["caption"]:
                yield f"{figure['id']} has no caption"
            if not figure["svg"] or figure["named"] != figure["svg"]:
                yield f"{figure['id']} has {figure['svg']} pictures, {figure['named']} of them with a name"
            if not figure["headers"] or not figure["cells"]:
                yield f"{figure['id']} has no table with headers and cells"


def opened(browser, path, width):
    """The page as the browser sees it, and what was said to its console."""
    with tempfile.TemporaryDirectory() as profile:
        run = subprocess.run(
            [browser, "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
             "--host-resolver-rules=MAP * ~NOTFOUND", f"--user-data-dir={profile}", f"--window-size={width},900",
             "--enable-logging=stderr", "--virtual-time-budget=4000", "--dump-dom", path.resolve().as_uri()],
            capture_output=True, text=True, timeout=120, check=False)
    said = [line for line in run.stderr.splitlines() if "CONSOLE" in line]
    return run.stdout, said


def faults_of(browser, path):
    try:
        return faults_seen(browser, path)
    except subprocess.TimeoutExpired:
        return ["the browser did not answer within two minutes"]


def faults_seen(browser, path):
    dom, said = opened(browser, path, 1280)
    if "</html>" not in dom:
        return ["the browser could not open it"]
    page = Page()
    page.feed(dom)
    faults = list(page.all_faults()) + said
    with tempfile.TemporaryDirectory() as folder:
        # The policy of the page forbids scripts: the copy that is measured goes without it.
        text = path.read_text(encoding="utf-8").replace("Content-Security-Policy", "x-left-out")
        copy = pathlib.Path(folder) / "narrow.html"
        copy.write_text(text.replace("</head>", WIDTH_PROBE + "</head>"), encoding="utf-8")
        faults += opened(browser, copy, 360)[1]
    return faults


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--chromium")
    parser.add_argument("files", nargs="+", type=pathlib.Path)
    arguments = parser.parse_args()
    browser = arguments.chromium or next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        print("skipped: no Chromium on the path (Debian: apt install chromium)")
        return 77
    status = 0
    for path in arguments.files:
        faults = faults_of(browser, path)
        for fault in faults:
            print(f"{path}: {fault}")
        status = status or bool(faults)
    print("every page is whole" if status == 0 else "")
    return int(status)


if __name__ == "__main__":
    sys.exit(main())
