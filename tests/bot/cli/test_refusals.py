"""What cannot be: a faulty library, no token, a wrong setting, no network; each is told clearly, and fails."""

import re
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.cli.check import check_library
from bot.cli.run import run_on_telegram
from bot.cli.start import load_settings, open_library
from briefs.faults import LibraryFaultsError
from briefs.library import Library
from tests.bot.cli.processes import TOKEN, Ended, ended, start
from tests.libraries import ADA, CRANE, HARBOUR, make_library, swapped

Processes = dict[str, "subprocess.Popen[str]"]
UNREACHABLE = "http://127.0.0.1:9"


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_library(tmp_path_factory.mktemp("sound"))


@pytest.fixture(scope="module")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with faults of form in three files."""
    return make_library(
        tmp_path_factory.mktemp("faulty"),
        seeds={"harbour": swapped(HARBOUR, "[3] The", "[4] The")},
        topics={"crane": swapped(CRANE, "related:", "relatd:")},
        people={"ada-quill": swapped(ADA, "role: mayor of Ormsby [harbour:1]\n", "")},
    )


@pytest.fixture(scope="module")
def started(sound: Path, faulty: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Processes]:
    """All the processes of this module, side by side, since each takes about a second."""
    nowhere = tmp_path_factory.mktemp("nowhere")
    running = {
        "check faulty": start("check", folder=nowhere, LIBRARY=str(faulty)),
        "run faulty": start("run", folder=nowhere, LIBRARY=str(faulty), TOKEN=TOKEN, API_URL=UNREACHABLE),
        "chat faulty": start("chat", folder=nowhere, LIBRARY=str(faulty)),
        "run without a network": start("run", folder=nowhere, LIBRARY=str(sound), TOKEN=TOKEN, API_URL=UNREACHABLE),
        "bare without a token": start(folder=nowhere, LIBRARY=str(sound)),
    }
    yield running
    for process in running.values():
        if process.poll() is None:
            process.kill()
        # Not every test of this module runs in this process, so some of these may never have been read.
        if process.stdout is not None and not process.stdout.closed:
            process.communicate()


@pytest.fixture(scope="module")
def faults(faulty: Path) -> list[str]:
    with pytest.raises(LibraryFaultsError) as caught:
        Library.open(faulty)
    return [str(fault) for fault in caught.value.faults]


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> pytest.MonkeyPatch:
    """An environment that says nothing, in a folder without `.env`."""
    for name in ("MUJAZ_TOKEN", "MUJAZ_LIBRARY", "MUJAZ_API_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    return monkeypatch


def is_clear(done: Ended) -> bool:
    """Whether there is no trace of the program's insides, and no token."""
    return "Traceback" not in done.err and TOKEN.partition(":")[2] not in done.out + done.err


def test_check_lists_the_faults_of_a_library(started: Processes, faults: list[str]) -> None:
    done = ended(started["check faulty"])
    assert done.status == 1
    assert len(faults) == 3
    assert [line for line in done.lines if re.match(r"(seeds|briefs)/", line)] == faults
    assert "3 faults" in done.lines[-1]


@pytest.mark.parametrize("command", ["run", "chat"])
def test_nothing_starts_on_a_faulty_library_and_the_list_is_the_same(
    started: Processes, faults: list[str], command: str
) -> None:
    done = ended(started[f"{command} faulty"], "hello\n")
    assert done.status == 1
    assert done.out == ""
    assert done.err.splitlines()[:-1] == faults
    assert done.err.splitlines()[-1].startswith("mujaz: the library has 3 faults in ")
    assert is_clear(done)


def test_asking_a_faulty_library_gives_the_same_list(
    faulty: Path, faults: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        open_library(faulty)
    assert caught.value.code == 1
    assert capsys.readouterr().err.splitlines()[:-1] == faults


def test_check_of_a_sound_library_finds_no_fault_of_form(sound: Path, capsys: pytest.CaptureFixture[str]) -> None:
    # Editorial rules may ask more of an invented library than its form.
    assert check_library(sound, [], as_json=False) in {0, 1}
    shown = capsys.readouterr().out
    assert shown
    assert ": format: " not in shown
    assert ": references: " not in shown


def test_check_of_a_folder_that_is_no_library(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check_library(tmp_path, [], as_json=False) == 1
    assert "no document found: expected Markdown files in" in " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize("token", [None, "", "  "])
def test_without_a_token_the_bot_does_not_run(
    bare: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], token: str | None
) -> None:
    if token is not None:
        bare.setenv("MUJAZ_TOKEN", token)
    assert run_on_telegram() == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("mujaz: no token: set MUJAZ_TOKEN")


def test_without_a_network_it_says_so_in_one_line(started: Processes) -> None:
    done = ended(started["run without a network"])
    assert done.status not in {0, None}
    assert done.lines == ["mujaz: Telegram cannot be reached: check the network and MUJAZ_API_URL (NetworkError)."]
    assert is_clear(done)


def test_a_setting_that_cannot_be_is_named(bare: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    bare.setenv("MUJAZ_API_URL", "telegram")
    bare.setenv("MUJAZ_TOKEN", TOKEN)
    with pytest.raises(SystemExit) as caught:
        load_settings()
    assert caught.value.code not in {0, None}
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("mujaz: MUJAZ_API_URL: ")
    assert TOKEN not in line


def test_bare_mujaz_without_a_token_says_so_and_opens_the_sandbox(started: Processes) -> None:
    process = started["bare without a token"]
    assert process.stdout is not None
    first = process.stdout.readline()
    assert "No token is set (MUJAZ_TOKEN)" in first
    assert process.stdout.readline().strip(), "something opens"
    process.send_signal(signal.SIGTERM)
    assert "Traceback" not in ended(process).err
