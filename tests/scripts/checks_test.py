#!/usr/bin/env python3
"""What holds layout and clang-tidy must fail for a fault: scripts/check, scripts/tidy and the hook, in a small project.

usage: checks_test.py SOURCE_FOLDER
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

SOURCE = pathlib.Path(sys.argv.pop(1)).resolve()
NEEDS_TIDY = unittest.skipUnless(shutil.which("clang-tidy-19"), "there is no clang-tidy-19")
WELL_LAID = '#include "one.h"\n\nint twice(int number) { return 2 * number; }\n'
ILL_LAID = WELL_LAID.replace("{ return", "{return")
FAULTY = WELL_LAID.replace("{ return 2 * number; }", "{\n    const int Sum = 2 * number;\n    return Sum;\n}")
LISTS = """cmake_minimum_required(VERSION 3.25)
project(small LANGUAGES CXX)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
add_library(small STATIC src/one.cpp src/two.cpp)
target_include_directories(small PUBLIC src)
set_target_properties(small PROPERTIES UNITY_BUILD ON)
"""
PRESETS = '{"version": 6, "configurePresets": [{"name": "tidy", "generator": "Ninja", "binaryDir": "${sourceDir}/build/tidy"}]}\n'


class Checks(unittest.TestCase):
    def setUp(self):
        held = tempfile.TemporaryDirectory()
        self.addCleanup(held.cleanup)
        self.root = pathlib.Path(held.name)
        shutil.copytree(SOURCE / "scripts", self.root / "scripts")
        for name in (".clang-format", ".clang-tidy"):
            shutil.copy(SOURCE / name, self.root)
        self.write("CMakeLists.txt", LISTS)
        self.write("CMakePresets.json", PRESETS)
        self.write(".gitignore", "build/\n")
        self.write("src/one.h", "#pragma once\n\nint twice(int number);\nint double_of(int number);\n")
        self.write("src/one.cpp", WELL_LAID)
        self.write("src/two.cpp", WELL_LAID.replace("twice", "double_of"))
        self.git("init", "-q", "-b", "main")
        self.git("add", ".")
        self.git("commit", "-q", "-m", "first")

    def write(self, name, text):
        (self.root / name).parent.mkdir(exist_ok=True)
        (self.root / name).write_text(text)

    def run_in(self, *command):
        who = {f"GIT_{role}_{what}": "somebody@example.org" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        return subprocess.run(command, cwd=self.root, capture_output=True, text=True, env={**kept, **who})

    def git(self, *arguments):
        done = self.run_in("git", *arguments)
        self.assertEqual(done.returncode, 0, done.stderr)

    def refused(self, done, *what):
        self.assertNotEqual(done.returncode, 0, done.stdout)
        for word in what:
            self.assertIn(word, done.stdout + done.stderr)

    def accepted(self, done):
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    @unittest.skipUnless(shutil.which("clang-format-14"), "there is no clang-format-14")
    def test_layout_of_what_is_staged_and_not_of_the_file(self):
        self.write("src/one.cpp", ILL_LAID)
        self.accepted(self.run_in("scripts/check", "--staged"))
        self.git("add", ".")
        self.write("src/one.cpp", WELL_LAID)
        self.refused(self.run_in("scripts/check", "--staged"), "src/one.cpp", "scripts/format")

    @unittest.skipUnless(shutil.which("clang-format-14"), "there is no clang-format-14")
    def test_hook_refuses_a_commit(self):
        (self.root / ".git/hooks").mkdir(exist_ok=True)
        (self.root / ".git/hooks/pre-commit").symlink_to("../../scripts/pre-commit")
        self.write("src/one.cpp", ILL_LAID)
        self.refused(self.run_in("git", "commit", "-q", "-a", "-m", "second"), "src/one.cpp")
        self.write("src/one.cpp", WELL_LAID.replace("2 *", "3 *"))
        self.accepted(self.run_in("git", "commit", "-q", "-a", "-m", "second"))

    @NEEDS_TIDY
    def test_check_of_what_changed_finds_a_fault_of_layout_then_of_tidy(self):
        self.accepted(self.run_in("scripts/check", "--quick"))
        self.write("src/one.cpp", ILL_LAID)
        self.refused(self.run_in("scripts/check", "--quick"), "src/one.cpp", "clang-format")
        self.write("src/one.cpp", FAULTY)
        self.refused(self.run_in("scripts/check", "--quick"), "src/one.cpp:4:", "readability-identifier-naming")

    @NEEDS_TIDY
    def test_tidy_of_a_folder_sees_each_file_and_header_and_forgets_nothing(self):
        self.accepted(self.run_in("scripts/tidy"))
        self.write("src/two.cpp", FAULTY.replace("twice", "double_of"))
        for _ in range(2):  # the second time from what is kept
            self.refused(self.run_in("scripts/tidy", "src"), "src/two.cpp:4:", "1 faults")
        self.write("src/two.cpp", '#include "three.h"\n')
        self.write("src/three.h", "#pragma once\n")
        self.accepted(self.run_in("scripts/tidy"))
        self.write("src/three.h", "#pragma once\ninline int CamelNamed() { return 1; }\n")
        self.refused(self.run_in("scripts/tidy"), "src/three.h:2:", "readability-identifier-naming")

    @NEEDS_TIDY
    def test_tidy_of_a_file_that_nothing_builds_is_no_success(self):
        self.write("src/four.cpp", WELL_LAID)
        self.refused(self.run_in("scripts/tidy", "src/four.cpp"), "src/four.cpp")


if __name__ == "__main__":
    unittest.main()
