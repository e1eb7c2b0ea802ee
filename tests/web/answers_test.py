#!/usr/bin/env python3
"""The OpenAPI document is valid, and every answer is what it says: those that serve_test.py has recorded, and a thousand
more. Of answers that are damaged at least 98 % are refused.

usage: answers_test.py PROGRAM [RECORDED]     RECORDED: a line of JSON an answer, as serve_test.record() writes it
       answers_test.py PROGRAM --page SERVED  only what the page's stand-in for the server keeps (web/ui/mock/answers.json), and
                                              what it has SERVED to the tests of the page
Exits with 77 where the public validators (scripts/schema-tools) cannot be had.
"""
import copy
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
LEAST_ANSWERS = 1000
LEAST_REFUSED = 0.98
OTHER_TYPES = {str: 7, bool: "yes", int: "7", float: "0.7", list: "none", dict: "none", type(None): {"x": 1}}


def in_environment_of_validators():
    """Starts this very program again with the Python that has them."""
    if "ATTUNE_SCHEMA_TOOLS" in os.environ:
        return
    found = subprocess.run([ROOT / "scripts/schema-tools"], stdout=subprocess.PIPE, text=True)
    if found.returncode != 0:
        print("skipped: the validators of PyPI cannot be reached")
        sys.exit(77)
    python = found.stdout.strip()
    os.execve(python, [python, *sys.argv], os.environ | {"ATTUNE_SCHEMA_TOOLS": "1"})


def open_places(schema, at=""):
    """Where a schema would take anything."""
    if isinstance(schema, list):
        for i, one in enumerate(schema):
            yield from open_places(one, f"{at}/{i}")
        return
    if not isinstance(schema, dict):
        return
    types = schema.get("type", [])
    types = [types] if isinstance(types, str) else types
    if not schema.keys() & {"type", "$ref", "anyOf", "const", "enum"}:
        yield at
    elif "object" in types and schema.get("additionalProperties", True) is True:
        yield at
    elif "array" in types and not schema.keys() & {"items", "prefixItems"}:
        yield at
    for key, value in schema.items():
        if key in ("properties", "schemas"):
            for name, one in value.items():
                yield from open_places(one, f"{at}/{name}")
        elif key not in ("enum", "required", "description", "const", "type"):
            yield from open_places(value, f"{at}/{key}")


class Book:
    """The schemas of the answers, by what was asked."""

    def __init__(self, document):
        import jsonschema
        self.document = document
        self.operations = []
        for path, methods in document["paths"].items():
            pattern = re.compile("/".join("[^/?]+" if part.startswith("{") else re.escape(part)
                                          for part in path.split("/")) + r"(\?.*)?")
            for method, operation in methods.items():
                self.operations.append((method.upper(), pattern, path.count("{"), path, operation))
        self.operations.sort(key=lambda one: one[2])
        self.make = lambda schema: jsonschema.Draft202012Validator(
            schema | {"components": document["components"]}, format_checker=jsonschema.FormatChecker())
        self.validators = {}

    def validator(self, method, path, status):
        """None where the document says that the answer is no JSON"""
        for of_method, pattern, _, name, operation in self.operations:
            if of_method == method and pattern.fullmatch(path):
                key = (method, name, status < 300)
                if key not in self.validators:
                    response = operation["responses"]["2XX" if status < 300 else "default"]
                    content = response["content"].get("application/json")
                    self.validators[key] = content and self.make(content["schema"])
                return self.validators[key]
        # What no route answers is refused like all else.
        assert status >= 400, f"{method} {path} is not in the document"
        return self.make({"$ref": "#/components/schemas/Failure"})


def objects_in(answer):
    """All objects of an answer, itself included."""
    if isinstance(answer, dict):
        yield answer
        answer = list(answer.values())
    if isinstance(answer, list):
        for one in answer:
            yield from objects_in(one)


def damaged(answer, how, choice):
    """The answer with one field dropped, renamed or of another type; None if it has none"""
    answer = copy.deepcopy(answer)
    objects = [one for one in objects_in(answer) if one]
    if not objects:
        return None
    chosen = choice.choice(objects)
    key = choice.choice(list(chosen))
    value = chosen.pop(key)
    if how == "renamed":
        chosen[key + "_"] = value
    elif how == "of another type":
        chosen[key] = OTHER_TYPES[type(value)]
    return answer


def sweep(server, data):
    """Asks for much that may be asked."""
    for name in ("spotify_extended.json", "catalogue.csv"):
        server.imported(name, (data / name).read_bytes())
    ids = ",".join(str(number) for number in range(1, 60))
    tracks = server.ask("GET", f"/api/v1/tracks?ids={ids}")[2]["tracks"]
    chosen = [track["id"] for track in tracks[:6]]
    server.ask("POST", "/api/v1/playlists", {"name": "Chosen", "tracks": chosen})
    plain = ["session", "people", "imports", "labels", "picks", "runs", "jobs", "export/formats", "playlists",
             "lab/tables", "lab/studies", "status", "people/tastes", "openapi.json"]
    for track in tracks[:12]:
        for label in ("like", "skip", "dislike", "clear"):
            server.ask("POST", "/api/v1/labels", {"track": track["id"], "label": label})
    for top in range(0, 260):
        server.ask("GET", f"/api/v1/history?top={top % 60}&from={2010 + top % 17}-01-01")
        server.ask("GET", f"/api/v1/tracks?ids={top + 1},{top + 2},{top + 3}")
        server.ask("GET", f"/api/v1/{plain[top % len(plain)]}?person=me")
        server.ask("GET", f"/api/v1/tracks?text={'aeiou'[top % 5]}&count={top % 9 + 1}")
    for path in ("genres?count=9", "genres/tree", "genres/explain?genre=pop", "genres/map", "similar?name=track:1",
                 "search?words=pop", "search?words=calm&artists=true", "matches?count=9", "playlists/Chosen",
                 "playlists/Chosen/versions", "playlists/Chosen/people", "lab/predict?title=a", "lab/predict?artist=a",
                 "new-artists", "discover", "nothing", "jobs/0", "lab/studies/s9", "similar?name=Nobody"):
        server.ask("GET", f"/api/v1/{path}")
    for path, body in (("playlists/doctor", {}), ("playlists/build", {"like": chosen[:1], "from": "all"}),
                       ("playlists/Chosen/decisions", {"track": chosen[0]}), ("playlists/undo", {}),
                       ("playlists/build", {"nonsense": 1}), ("matches/undo", {}), ("train", {"playlists": "no list"})):
        server.ask("POST", f"/api/v1/{path}", body)


def check_document(document):
    from openapi_spec_validator import validate
    validate(document)
    schemas = [one for methods in document["paths"].values() for operation in methods.values()
               for one in (operation["responses"], operation.get("requestBody", {"content": "none"}))]
    places = [place for schema in schemas for response in ([schema] if "content" in schema else schema.values())
              for media in (response["content"].values() if isinstance(response["content"], dict) else ())
              for place in open_places(media["schema"])]
    places += [place for name, one in document["components"]["schemas"].items() for place in open_places(one, name)]
    assert not places, places


def answers_of_the_page():
    """What scripts/record_answers wrote."""
    for name, answer in json.loads((ROOT / "web/ui/mock/answers.json").read_text()).items():
        method, path = name.split(" ")[:2]
        method, path = ("GET", "/jobs/1") if method == "JOB" else (method, path)
        yield {"method": method, "path": f"/api/v1{path}", "status": 200, "answer": answer}


def check_page(program, served):
    document = json.loads(subprocess.run([program, "help", "--openapi"], check=True, capture_output=True, text=True).stdout)
    book = Book(document)
    kept = list(answers_of_the_page())
    check_answers(book, kept, least=20)
    if not pathlib.Path(served).exists():
        print("the tests of the page were skipped, and nothing was served to them")
        return
    served = [json.loads(line) for line in pathlib.Path(served).read_text().splitlines()]
    check_answers(book, served, least=200)
    routes = {(one["method"], one["path"].split("?")[0]) for one in served}
    assert len(routes) > 20, routes


def check_answers(book, answers, least=LEAST_ANSWERS):
    bad = []
    for one in answers:
        validator = book.validator(one["method"], one["path"], one["status"])
        error = validator and next(validator.iter_errors(one["answer"]), None)
        if error:
            bad.append(f"{one['method']} {one['path']} ({one['status']}): {list(error.absolute_path)}: {error.message[:300]}")
    print(f"{len(answers)} answers, {len(bad)} of them not as the document says")
    for line in sorted(set(bad))[:20]:
        print("  " + line)
    assert not bad
    assert len(answers) >= least, f"at least {least} answers are wanted"


def check_damage(book, answers):
    choice = random.Random(1)
    passed, n = [], 0
    for one in answers:
        validator = book.validator(one["method"], one["path"], one["status"])
        for how in ("dropped", "renamed", "of another type"):
            answer = damaged(one["answer"], how, choice) if validator else None
            if answer is None:
                continue
            n += 1
            if validator.is_valid(answer):
                passed.append(f"{one['method']} {one['path'].split('?')[0]}, a field {how}")
    share = 1 - len(passed) / n
    print(f"{n} damaged answers, {100 * share:.1f} % of them refused")
    for line in sorted(set(passed))[:20]:
        print(f"  not refused ({passed.count(line)}): {line}")
    assert share >= LEAST_REFUSED


def main(program, recorded="", served=""):
    in_environment_of_validators()
    if recorded == "--page":
        return check_page(program, served)
    sys.path.insert(0, str(pathlib.Path(__file__).parent))
    import serve_test
    serve_test.PROGRAM = str(pathlib.Path(program).resolve())
    answers = []
    if recorded and pathlib.Path(recorded).exists():
        answers = [json.loads(line) for line in pathlib.Path(recorded).read_text().splitlines()]
    serve_test.record = lambda method, path, status, answer: answers.append(
        {"method": method, "path": path, "status": status, "answer": answer})
    with tempfile.TemporaryDirectory() as folder:
        server = serve_test.Server(folder)
        document = server.ask("GET", "/api/v1/openapi.json")[2]
        check_document(document)
        sweep(server, serve_test.DATA)
        assert server.stop()[0] == 0
    book = Book(document)
    check_answers(book, answers)
    check_damage(book, answers)


if __name__ == "__main__":
    main(*sys.argv[1:])
