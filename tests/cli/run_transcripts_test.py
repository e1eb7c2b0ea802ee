"""Tests scripts/run_transcripts.py against a program of a few lines."""
import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "scripts"))
import run_transcripts  # noqa: E402

PROGRAM = """#!/bin/sh
echo "hello $1"; echo; echo "took 1.5 s in $ATTUNE_LIBRARY"; echo problem >&2; exit ${2:-0}
"""


class RunTranscripts(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.program = pathlib.Path(self.folder.name) / "attune"
        self.program.write_text(PROGRAM)
        self.program.chmod(0o755)

    def tearDown(self):
        self.folder.cleanup()

    def faults(self, text, update=False):
        path = pathlib.Path(self.folder.name) / "one.test"
        path.write_text(text)
        found = run_transcripts.run_file(self.program, path, update)
        self.updated = path.read_text()
        return found

    def test_takes_the_exact_answer(self):
        self.assertEqual([], self.faults("# remark\n$ attune you\nhello you\n.\ntook 1.5 s in ~/library\n! problem\n"))

    def test_takes_wildcards(self):
        self.assertEqual([], self.faults("$ attune you 3\nhello [..]\n...\ntook [#] s [..]\n! problem\n? 3\n"))

    def test_tells_a_wrong_line(self):
        found = self.faults("$ attune you\nhello me\n...\n! problem\n")
        self.assertIn("-hello me", found[0])
        self.assertIn("one.test:1", found[0])

    def test_tells_a_wrong_status(self):
        self.assertIn("exit status 3 instead of 0", self.faults("$ attune you 3\n...\n")[0])

    def test_tells_a_line_too_many(self):
        self.assertEqual(1, len(self.faults("$ attune you\nhello you\n")))

    def test_does_not_take_a_number_for_a_word(self):
        self.assertEqual(1, len(self.faults("$ attune you\nhello [#]\n...\n")))

    def test_writes_files_and_keeps_them_for_later_commands(self):
        self.assertEqual([], self.faults("--- a/b.txt\nx\n\ny\n---\n\n$ cat a/b.txt\nx\n.\ny\n$ echo z >> a/b.txt; wc -l < a/b.txt\n4\n"))

    def test_updates_what_differs_and_keeps_wildcards_that_fit(self):
        self.faults("# why\n\n$ attune you 2\nwrong\ntook [#] s in [..]\n\n# end\n", update=True)
        self.assertEqual("# why\n\n$ attune you 2\nhello you\n.\ntook [#] s in [..]\n! problem\n? 2\n\n# end\n", self.updated)
        self.assertEqual([], self.faults(self.updated))


if __name__ == "__main__":
    unittest.main()
