// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/jwt/cached_verifier.h"
#include "engine/jwt/refusals.h"
#include "tests/support/jwt/outside_signer.h"
#include "tests/support/jwt/set_time.h"
#include "tests/support/verify.h"

using namespace batuta;
using namespace std::chrono_literals;
using jwt::Algorithm;
using test::kNow;
using test::shown;

/// A token that was verified is remembered as long as it is right, and no longer.
class TstJwtCache : public QObject
{
    Q_OBJECT

private slots:
    void looksAtASignatureOnce();
    void refusesARememberedTokenThatExpired();
    void asksForTheTimesAgain();
    void doesNotRememberWhatIsWrong();
    void anotherSpellingIsAnotherToken();
    void forgetsTheOneThatCameLongestAgo();

private:
    jwt::CachedVerifier cached(std::size_t most = 1'024)
    {
        m_time.now = kNow;
        return {*jwt::Verifier::make({{m_signer.key(Algorithm::ES256)}}), m_time, most};
    }
    std::string token(const char *subject);
    test::OutsideSigner m_signer;
    test::SetTime m_time;
};

std::string TstJwtCache::token(const char *subject)
{
    const QByteArray until = QByteArray::number(qint64{test::kSeconds + 60});
    const QByteArray from = QByteArray::number(qint64{test::kSeconds});
    return m_signer.token(Algorithm::ES256,
                          R"({"exp":)" + until + R"(,"nbf":)" + from + R"(,"sub":")" + subject + R"("})");
}

void TstJwtCache::looksAtASignatureOnce()
{
    jwt::CachedVerifier verifier = cached();
    const std::string ana = token("ana"), rui = token("rui");
    for (int i = 0; i < 3; ++i) {
        const auto claims = verifier.verify(ana);
        BATUTA_VERIFY_OK(claims);
        QCOMPARE(shown((*claims)->subject), "ana");
    }
    QCOMPARE(verifier.verifications(), 1U);
    QCOMPARE(shown((*verifier.verify(rui))->subject), "rui");
    QCOMPARE(shown((*verifier.verify(ana))->subject), "ana");
    QCOMPARE(verifier.verifications(), 2U);
    QCOMPARE(verifier.size(), 2U);
}

void TstJwtCache::refusesARememberedTokenThatExpired()
{
    jwt::CachedVerifier verifier = cached();
    const std::string ana = token("ana");
    BATUTA_VERIFY_OK(verifier.verify(ana));
    m_time.now = kNow + 89s; // exp, and nearly all of the leeway
    BATUTA_VERIFY_OK(verifier.verify(ana));
    QCOMPARE(verifier.verifications(), 1U);
    m_time.now = kNow + 90s;
    const auto expired = verifier.verify(ana);
    BATUTA_VERIFY_ERROR(expired, ErrorCode::HttpUnauthorized);
    QCOMPARE(shown(expired.error().detail), shown(jwt::reason::kExpired));
    QCOMPARE(verifier.size(), 0U);
    BATUTA_VERIFY_ERROR(verifier.verify(ana), ErrorCode::HttpUnauthorized);
    QCOMPARE(verifier.size(), 0U);
}

void TstJwtCache::asksForTheTimesAgain()
{
    jwt::CachedVerifier verifier = cached();
    const std::string ana = token("ana");
    BATUTA_VERIFY_OK(verifier.verify(ana));
    m_time.now = kNow - 1h; // somebody set the clock back: before its nbf
    QCOMPARE(shown(verifier.verify(ana).error().detail), shown(jwt::reason::kNotYet));
}

void TstJwtCache::doesNotRememberWhatIsWrong()
{
    jwt::CachedVerifier verifier = cached(2);
    const std::string ana = token("ana");
    BATUTA_VERIFY_OK(verifier.verify(ana));
    for (int i = 0; i < 10; ++i) {
        std::string wrong = ana;
        wrong[wrong.size() - 10] = wrong[wrong.size() - 10] == 'A' + i ? 'z' : static_cast<char>('A' + i);
        BATUTA_VERIFY_ERROR(verifier.verify(wrong), ErrorCode::HttpUnauthorized);
    }
    QCOMPARE(verifier.size(), 1U);
    QCOMPARE(verifier.verifications(), 11U);
    BATUTA_VERIFY_OK(verifier.verify(ana));
    QCOMPARE(verifier.verifications(), 11U);
    QCOMPARE(shown(verifier.verify(std::string(8193, 'a')).error().detail), shown(jwt::reason::kTooLarge));
}

void TstJwtCache::anotherSpellingIsAnotherToken()
{
    jwt::CachedVerifier verifier = cached();
    const std::string ana = token("ana");
    BATUTA_VERIFY_OK(verifier.verify(ana));
    for (const std::string &other : {ana + "=", ana + " ", ana + "\n", ana.substr(1)})
        BATUTA_VERIFY_ERROR(verifier.verify(other), ErrorCode::HttpUnauthorized);
}

void TstJwtCache::forgetsTheOneThatCameLongestAgo()
{
    jwt::CachedVerifier verifier = cached(2);
    const std::string ana = token("ana"), rui = token("rui"), eva = token("eva");
    for (const std::string *next : {&ana, &rui, &ana, &eva}) // rui came longest ago
        BATUTA_VERIFY_OK(verifier.verify(*next));
    QCOMPARE(verifier.size(), 2U);
    QCOMPARE(verifier.verifications(), 3U);
    BATUTA_VERIFY_OK(verifier.verify(ana));
    BATUTA_VERIFY_OK(verifier.verify(eva));
    QCOMPARE(verifier.verifications(), 3U);
    BATUTA_VERIFY_OK(verifier.verify(rui));
    QCOMPARE(verifier.verifications(), 4U);
    QCOMPARE(verifier.size(), 2U);
}

QTEST_APPLESS_MAIN(TstJwtCache)
#include "tst_jwt_cache.moc"
