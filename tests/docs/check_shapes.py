#!/usr/bin/env python3
"""The pages on the API and on --json take their words from the declared shapes: what they show has no key that its shape has
not, what they name is what a route takes and answers, and no table repeats keys by hand.

usage: check_shapes.py PROGRAM ROOT
"""
import json
import pathlib
import re
import subprocess
import sys

LINK = re.compile(r"\[(\w+)\]\((?:\.\./reference/)?shapes\.md#(\w+)\)")
TOKEN = re.compile(r'"((?:[^"\\]|\\.)*)"|([{}\[\]:,])|…|[^\s{}\[\]:,"…]+')
ROUTE = re.compile(r"^\| `(GET|POST|DELETE) (/[^?\s`]*)(\?[^`]*)?`(?: `(\{.*?\})`)? \| (.*) \|$", re.MULTILINE)


def said(text):
    """A JSON example with parts left out: objects as {key: value}, a key without value as None, "…" as nothing."""
    tokens = TOKEN.finditer(text)
    at = next(tokens, None)

    def step():
        nonlocal at
        token, at = at, next(tokens, None)
        return token

    def members():
        step()
        found = {}
        while at[0] != "}":
            token = step()
            if token[1] is None:
                continue  # a comma, or what was left out
            found[token[1]] = None
            if at[0] == ":":
                step()
                found[token[1]] = value()
        step()
        return {key: one for key, one in found.items() if key != "…"}

    def items():
        step()
        found = []
        while at[0] != "]":
            if at[0] == ",":
                step()
            else:
                found.append(value())
        step()
        return found

    def value():
        return members() if at[0] == "{" else items() if at[0] == "[" else step()[0]

    return value()


def shapes_of(page):
    """{shape: {key: (shapes that its value can be, whether by name)}} as docs/reference/shapes.md has them."""
    shapes = {}
    for section in page.split("\n### ")[1:]:
        rows = re.findall(r"^\| `([^`]+)` \| (.*?) \| ", section, re.MULTILINE)
        shapes[section.split("\n")[0]] = {key: (re.findall(r"\[(\w+)\]\(#", type_), "by name:" in type_) for key, type_ in rows}
    return shapes


def unknown_keys(example, names, shapes, at=""):
    """Keys of an example that none of these shapes has."""
    if isinstance(example, list):
        for one in example:
            yield from unknown_keys(one, names, shapes, at)
    if not isinstance(example, dict) or not names:
        return
    fit = max(names, key=lambda name: len(example.keys() & shapes[name].keys()))
    for key, value in example.items():
        if key not in shapes[fit]:
            yield f"{at}/{key} ({fit})"
            continue
        inner, is_map = shapes[fit][key]
        for one in value.values() if is_map and isinstance(value, dict) else [value]:
            yield from unknown_keys(one, inner, shapes, f"{at}/{key}")


def check_examples(page, shapes):
    text = page.read_text()
    n = 0
    for block in re.finditer(r"^```json\n(.*?)^```$", text, re.MULTILINE | re.DOTALL):
        paragraph = text[:block.start()].rstrip().rsplit("\n\n", 1)[-1]
        links = LINK.findall(paragraph)
        if not links:
            yield f"{page.name}: no shape is named before: {block[1].strip()[:70]}"
            continue
        n += 1
        for key in unknown_keys(said(block[1]), [links[-1][0]], shapes):
            yield f"{page.name}: {links[-1][0]} has no {key}"
    assert n > 15, f"{n} examples in {page.name}"


def check_links(page, shapes):
    for name, anchor in LINK.findall(page.read_text()):
        if name not in shapes or anchor != name.lower():
            yield f"{page.name}: there is no shape {name}"


def answers_of(operation):
    schema = operation["responses"]["2XX"]["content"].get("application/json", {}).get("schema", {})
    return [one["title"] for one in schema.get("anyOf", [schema]) if "title" in one]


def check_routes(page, document):
    calls = {(method.upper(), re.sub(r"\{\w+\}", "{}", path.removeprefix("/api/v1"))): operation
             for path, methods in document["paths"].items() for method, operation in methods.items()}
    rows = ROUTE.findall(page.read_text())
    assert len(rows) > 50, f"{len(rows)} rows of routes"
    for method, path, query, body, answer in rows:
        row = f"{page.name}: {method} {path}"
        operation = calls[(method, re.sub(r"\{\w+\}", "{}", path))]
        titles = answers_of(operation)
        if [name for name, _ in LINK.findall(answer)][:len(titles)] != titles:
            yield f"{row} answers {' or '.join(titles)}"
        if '{"' in answer:
            yield f"{row}: keys of an answer stand in its shape"
        unknown = set(re.findall(r"[?&](\w+)=", query)) - {one["name"] for one in operation["parameters"]}
        content = operation.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema", {})
        unknown |= set(said(body) if body else {}) - content.get("properties", {}).keys()
        for name in sorted(unknown):
            yield f"{row} takes no {name}"


def main(program, root):
    docs = pathlib.Path(root) / "docs"
    shapes = shapes_of((docs / "reference/shapes.md").read_text())
    assert len(shapes) > 100, f"{len(shapes)} shapes"
    document = json.loads(subprocess.run([program, "help", "--openapi"], check=True, capture_output=True, text=True).stdout)
    faults = [*check_examples(docs / "guides/json.md", shapes), *check_links(docs / "guides/json.md", shapes),
              *check_links(docs / "reference/api.md", shapes), *check_routes(docs / "reference/api.md", document)]
    print("\n".join(faults) or "the documents say what the shapes say")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
