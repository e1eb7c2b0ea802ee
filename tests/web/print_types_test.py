#!/usr/bin/env python3
"""What scripts/print_types makes of a schema."""
import importlib.machinery
import importlib.util
import pathlib
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
LOADER = importlib.machinery.SourceFileLoader("print_types", str(ROOT / "scripts/print_types"))
TYPES = importlib.util.module_from_spec(importlib.util.spec_from_loader("print_types", LOADER))
LOADER.exec_module(TYPES)

TEXT, NUMBER = {"type": "string"}, {"type": "number"}


class PrintTypes(unittest.TestCase):
    def test_says_each_kind_of_value(self):
        for schema, expected in (
                ({"type": ["integer", "null"], "minimum": 0}, "number | null"),
                ({"type": ["string", "null"], "enum": ["a", "b", None]}, '"a" | "b" | null'),
                ({"type": "array", "items": {"type": ["number", "null"]}}, "(number | null)[]"),
                ({"type": "array", "items": NUMBER, "minItems": 2, "maxItems": 2}, "[number, number]"),
                ({"type": "array", "items": NUMBER, "minItems": 12, "maxItems": 12}, "number[]"),
                ({"type": "array", "prefixItems": [NUMBER, TEXT], "items": False}, "[number, string]"),
                ({"type": "object", "additionalProperties": {"$ref": "#/x/Track"}}, "Record<string, Track>"),
                ({"type": "object", "additionalProperties": NUMBER, "propertyNames": {"enum": ["a"]}},
                 'Partial<Record<"a", number>>'),
                ({"anyOf": [{"$ref": "#/x/Track"}, {"$ref": "#/x/Track"}, {"type": "null"}]}, "Track | null")):
            self.assertEqual(TYPES.type_of(schema), expected)

    def test_has_no_word_for_what_it_does_not_know(self):
        for schema in ({}, {"type": "tensor"}, {"type": "array"}):
            with self.assertRaises(KeyError):
                TYPES.type_of(schema)

    def test_leaves_out_what_may_lack(self):
        shape = {"type": "object", "description": "a track", "required": ["id"],
                 "properties": {"id": TEXT | {"description": "its number"}, "added-by": TEXT}}
        self.assertEqual(TYPES.interface("Track", shape),
                         '/** a track */\nexport interface Track {\n  /** its number */\n  id: string;\n  "added-by"?: string;\n}\n')

    def test_says_of_a_call_what_it_takes_and_answers(self):
        answer = {"anyOf": [{"title": "Track"}, {"title": "Artist"}]}
        call = {"summary": "says it", "parameters": [{"name": "id", "required": True, "schema": TEXT},
                                                     {"name": "person", "required": False, "schema": TEXT}],
                "requestBody": {"content": {"application/json": {"schema": {"type": "object", "properties": {"on": {"type": "boolean"}},
                                                                            "required": []}}}},
                "responses": {"2XX": {"content": {"application/json": {"schema": answer}}}}}
        file = {"summary": "a file", "parameters": [], "responses": {"2XX": {"content": {"text/html": {"schema": TEXT}}}}}
        text = TYPES.routes({"paths": {"/api/v1/say/{id}": {"post": call}, "/api/v1/file": {"get": file}}})
        self.assertIn('"POST /say/{id}": {\n    asked: { id: string; };\n    body: { on?: boolean; };\n    answer: Track | Artist;', text)
        self.assertNotIn("/file", text)


if __name__ == "__main__":
    unittest.main()
