/* Who may ask: hosts, origins, tokens that work once, sessions. */
#include "guard.h"

#include "support/cmocka_all.h"

#include <string.h>

static void hosts_are_this_machine_by_its_own_names(void **state)
{
    (void)state;
    struct guard guard;
    assert_true(guard_init(&guard));
    guard_set_port(&guard, 8640);
    static const char *const known[] = {"127.0.0.1:8640", "localhost:8640", "LOCALHOST:8640"};
    static const char *const unknown[] = {"127.0.0.1",      "127.0.0.1:8641",  "127.0.0.1:86400",
                                          "127.0.0.2:8640", "localhost.:8640", "localhost:8640.evil",
                                          "evil:8640",      "[::1]:8640",      "",
                                          "127.0.0.1:"};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        assert_true(guard_knows_host(&guard, known[i]));
    for (size_t i = 0; i < sizeof unknown / sizeof *unknown; i++)
        assert_false(guard_knows_host(&guard, unknown[i]));
    assert_false(guard_knows_host(&guard, NULL));
    guard_set_port(&guard, 0); /* a Unix socket: a port of another machine may lead here */
    assert_true(guard_knows_host(&guard, "localhost"));
    assert_true(guard_knows_host(&guard, "localhost:2222"));
    assert_false(guard_knows_host(&guard, "localhost:"));
    assert_false(guard_knows_host(&guard, "localhost:22x"));
    guard_release(&guard);
}

static void origins_are_the_page_itself(void **state)
{
    (void)state;
    struct guard guard;
    assert_true(guard_init(&guard));
    guard_set_port(&guard, 8640);
    assert_true(guard_knows_origin(&guard, "http://127.0.0.1:8640", "127.0.0.1:8640"));
    assert_false(guard_knows_origin(&guard, "http://localhost:8640", "127.0.0.1:8640"));
    assert_false(guard_knows_origin(&guard, "https://127.0.0.1:8640", "127.0.0.1:8640"));
    assert_false(guard_knows_origin(&guard, "http://evil", "evil"));
    assert_false(guard_knows_origin(&guard, "null", "127.0.0.1:8640"));
    assert_false(guard_knows_origin(&guard, NULL, "127.0.0.1:8640"));
    guard_release(&guard);
}

static void tokens_work_once_and_old_sessions_end(void **state)
{
    (void)state;
    struct guard guard;
    char token[SECRET_HEX];
    char before[SECRET_HEX];
    char first[SECRET_HEX];
    char session[SECRET_HEX];
    assert_true(guard_init(&guard));
    guard_token(&guard, token);
    assert_int_equal(strlen(token), SECRET_HEX - 1);
    assert_false(guard_knows_session(&guard, ""));
    assert_false(guard_knows_session(&guard, NULL));
    assert_false(guard_exchange(&guard, "", session));
    assert_false(guard_exchange(&guard, NULL, session));
    assert_true(guard_exchange(&guard, token, first));
    assert_false(guard_exchange(&guard, token, session));
    assert_true(guard_knows_session(&guard, first));
    for (size_t i = 1; i < SESSIONS_MOST; i++) {
        memcpy(before, token, sizeof before);
        guard_token(&guard, token);
        assert_string_not_equal(before, token);
        assert_true(guard_exchange(&guard, token, session));
    }
    assert_true(guard_knows_session(&guard, first));
    guard_token(&guard, token);
    assert_true(guard_exchange(&guard, token, session));
    assert_false(guard_knows_session(&guard, first));
    assert_true(guard_knows_session(&guard, session));
    session[10] = session[10] == '0' ? '1' : '0';
    assert_false(guard_knows_session(&guard, session));
    session[10] = '\0';
    assert_false(guard_knows_session(&guard, session));
    guard_release(&guard);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hosts_are_this_machine_by_its_own_names),
        cmocka_unit_test(origins_are_the_page_itself),
        cmocka_unit_test(tokens_work_once_and_old_sessions_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
