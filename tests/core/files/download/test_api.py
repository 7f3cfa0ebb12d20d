"""NEON's API, and where the token goes."""

import pytest

from neon_aop.core.errors import DownloadError
from neon_aop.tests.core.files.download.conftest import EASTINGS, Run, content
from neon_aop.tests.neonserver import (
    REFLECTANCE,
    NeonServer,
    ServedFile,
    answer,
    make_token,
    redirect,
    silence,
    tile_name,
    too_many_requests,
    web_page,
)

ACCESS = "x-api-token"


def ask(run, coroutine):
    return run.transport.run(coroutine)[0]


def files(run, *months):
    return ask(run, run.api.files(REFLECTANCE, "SERC", list(months or ("2022-05",))))


def test_product_needs_no_token(server, tmp_path):
    run = Run(server, tmp_path, token="")
    assert ask(run, run.api.product(REFLECTANCE)).months == {"SERC": {"2022-05": "RELEASE-2026"}}
    assert ACCESS not in server.requests[-1].headers


def test_unknown_product_is_told(run):
    with pytest.raises(DownloadError, match="NEON has no product DP3.99999.001"):
        ask(run, run.api.product("DP3.99999.001"))


def test_files_are_those_of_tiles(run):
    assert [file.tile.easting for file in files(run)] == list(EASTINGS)


def test_one_request_lists_the_files_of_all_months(run, server):
    server.add(ServedFile(tile_name(368000, 4306000), content(9), month="2019-07", release="RELEASE-2026"))
    server.add(ServedFile(tile_name(368000, 4306000), content(8), month="2025-06", release="PROVISIONAL"))
    found = files(run, "2019-07", "2022-05", "2025-06")
    assert sorted({file.month for file in found}) == ["2019-07", "2022-05", "2025-06"]
    assert len(server.requests) == 1


def test_months_that_were_not_asked_for_are_left_out(run, server):
    server.add(ServedFile(tile_name(368000, 4306000), content(9), month="2021-07"))
    assert {file.month for file in files(run, "2020-01", "2022-05")} == {"2022-05"}


@pytest.mark.parametrize("status", [400, 404])
def test_each_month_is_asked_for_where_the_query_is_refused(run, server, status):
    server.faults["api"].append(answer(status, '{"error": {"detail": "No"}, "data": null}'))
    assert len(files(run)) == len(EASTINGS)
    assert [request.path.rpartition("/")[2] for request in server.requests][1:] == ["2022-05"]


def test_each_month_is_asked_for_where_the_query_finds_nothing(run, server):
    server.faults["api"].append(answer(200, '{"data": {"releases": []}}', Content_Type="application/json"))
    assert len(files(run)) == len(EASTINGS)


def test_zone(run):
    assert ask(run, run.api.zone("R10A")) == 18


def test_fresh_link_works_and_is_signed_anew(run, server):
    (first, *_) = files(run)
    server.clock = 1000.0
    link = ask(run, run.api.fresh_link(first))
    assert link.partition("?")[0] == first.link.partition("?")[0]
    assert link != first.link


# The token


def test_token_goes_to_the_api_only(run, server):
    run.download()
    assert all(request.headers[ACCESS] == server.token for request in server.asked("api"))
    assert server.asked("storage")
    assert not any(ACCESS in request.headers for request in server.asked("storage"))


def test_redirect_to_another_server_does_not_carry_the_token(run, server):
    with NeonServer() as other:
        server.faults["api"].append(redirect(f"{other.base}products/{REFLECTANCE}"))
        ask(run, run.api.product(REFLECTANCE))
        assert ACCESS in server.requests[-1].headers
        assert ACCESS not in other.requests[-1].headers


def test_redirect_within_the_server_carries_the_token(run, server):
    server.faults["api"].append(redirect(f"/api/v0/products/{REFLECTANCE}?again"))
    ask(run, run.api.product(REFLECTANCE))
    assert server.requests[-1].headers[ACCESS] == server.token


def test_token_is_in_no_message_and_no_file(run, server):
    run.download()
    server.faults["api"].extend([web_page(), answer(403)])
    for _ in range(2):
        with pytest.raises(DownloadError) as raised:
            files(run)
        assert server.token not in str(raised.value)
    assert server.token not in run.said
    assert not any(server.token.encode() in path.read_bytes() for path in run.folder.iterdir())


def test_missing_token_is_told(server, tmp_path):
    with pytest.raises(DownloadError, match="only with a token"):
        files(Run(server, tmp_path, token=""))


def test_unknown_token_is_told(server, tmp_path):
    with pytest.raises(DownloadError, match="does not know the token"):
        files(Run(server, tmp_path, token=make_token()))


@pytest.mark.parametrize("status", [401, 403])
def test_refused_token_is_told(run, server, status):
    server.faults["api"].append(answer(status, X_RateLimit_Limit="2000"))
    with pytest.raises(DownloadError, match="whether it is still valid"):
        files(run)


# Answers that are none


def test_server_that_has_too_much_to_do_is_asked_again_when_it_says(run, server):
    server.faults["api"].append(too_many_requests("3"))
    assert ask(run, run.api.product(REFLECTANCE))
    assert run.transport.waits == [3]
    assert "trying again in 3 s" in run.said


def test_server_that_fails_is_asked_again_later_and_later(run, server):
    server.faults["api"].extend([answer(500), web_page(502), answer(503)])
    assert ask(run, run.api.product(REFLECTANCE))
    assert run.transport.waits == [1, 2, 4]


def test_server_that_keeps_failing_is_given_up(run, server):
    server.faults["api"].extend([answer(500)] * 6)
    with pytest.raises(DownloadError, match="too much to do .status 500.; run again later"):
        ask(run, run.api.product(REFLECTANCE))
    assert len(server.requests) == 6


def test_server_that_wants_to_rest_for_hours_is_not_waited_for(run, server):
    server.faults["api"].append(too_many_requests("7200"))
    with pytest.raises(DownloadError, match="run again later"):
        ask(run, run.api.product(REFLECTANCE))
    assert run.transport.waits == []


def test_rate_is_kept(run, server):
    limits = {"X_RateLimit_Limit": "2000", "X_RateLimit_Remaining": "0", "X_RateLimit_Reset": "250"}
    server.faults["api"].append(answer(404, **limits))
    with pytest.raises(DownloadError):
        ask(run, run.api.product(REFLECTANCE))
    assert ask(run, run.api.product(REFLECTANCE))
    assert run.transport.waits == [0.125]


def test_connection_that_ends_is_made_again(run, server):
    server.faults["api"].append(silence(0))
    assert ask(run, run.api.product(REFLECTANCE))


def test_server_that_is_not_there_is_told(server, tmp_path):
    run = Run(server, tmp_path)
    run.api.exchange.base = "http://127.0.0.1:9/api/v0/"
    with pytest.raises(DownloadError, match="http://127.0.0.1:9 cannot be reached"):
        ask(run, run.api.product(REFLECTANCE))


def test_web_page_is_told(run, server):
    server.faults["api"].append(web_page())
    with pytest.raises(DownloadError, match="a web page in place of the description of"):
        ask(run, run.api.product(REFLECTANCE))


def test_detail_of_the_api_is_told(run, server):
    server.faults["api"].append(answer(409, '{"error": {"status": 409, "detail": "Too many sites"}, "data": null}'))
    with pytest.raises(DownloadError, match="status 409, Too many sites"):
        ask(run, run.api.product(REFLECTANCE))


def test_redirects_without_end_are_given_up(run, server):
    server.faults["api"].extend([redirect("/api/v0/again")] * 6)
    with pytest.raises(DownloadError, match="without an end"):
        ask(run, run.api.product(REFLECTANCE))


@pytest.mark.parametrize("address", ["http://example.org/x", "file:///etc/passwd", "http://[", ""])
def test_redirect_to_where_it_must_not_go_is_told(run, server, address):
    server.faults["api"].append(redirect(address))
    with pytest.raises(DownloadError):
        ask(run, run.api.product(REFLECTANCE))
    assert len(server.requests) == 1


def test_answer_that_is_too_long_is_given_up(run, server, monkeypatch):
    monkeypatch.setattr("neon_aop.core.files.download.api._MOST_BYTES", 100)
    with pytest.raises(DownloadError, match="too long"):
        ask(run, run.api.product(REFLECTANCE))
    assert len(server.requests) == 1
