// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/jwt/cached_verifier.h"
#include "tests/support/jwt/outside_signer.h"
#include "tests/support/jwt/set_time.h"

#include <benchmark/benchmark.h>

using namespace batuta;
using jwt::Algorithm;

namespace {

/// A token as an identity provider gives it, about 400 bytes of claims.
QByteArray claims()
{
    return R"({"iss":"https://id.example/realms/house","sub":"0b6a2f0e-5d0b-4f5e-9a53-1c7d2f4c9e10",)"
           R"("aud":["batuta","account"],"exp":)" +
           QByteArray::number(qint64{test::kSeconds + 300}) + R"(,"iat":)" +
           QByteArray::number(qint64{test::kSeconds}) +
           R"(,"jti":"3f1c7f0e-6c0a-4d5e-9b8e-0a1b2c3d4e5f","azp":"console","scope":"openid profile",)"
           R"("realm_access":{"roles":["releases.route","ops"]},"name":"Ana Souza","email":"ana@id.example"})";
}

jwt::Verifier verifierOf(test::OutsideSigner &signer, Algorithm algorithm)
{
    return *jwt::Verifier::make({{signer.key(algorithm, "2026-1")},
                                 "https://id.example/realms/house",
                                 "batuta",
                                 "/realm_access/roles"});
}

void verify(benchmark::State &state, Algorithm algorithm)
{
    test::OutsideSigner signer;
    const jwt::Verifier verifier = verifierOf(signer, algorithm);
    const std::string token = signer.token(algorithm, claims(), R"("kid":"2026-1","typ":"JWT")");
    for (auto _ : state)
        if (!verifier.verify(token, test::kNow))
            state.SkipWithError("it was refused");
    state.counters["bytes"] = static_cast<double>(token.size());
}
BENCHMARK_CAPTURE(verify, HS256, Algorithm::HS256);
BENCHMARK_CAPTURE(verify, RS256, Algorithm::RS256);
BENCHMARK_CAPTURE(verify, PS256, Algorithm::PS256);
BENCHMARK_CAPTURE(verify, ES256, Algorithm::ES256);
BENCHMARK_CAPTURE(verify, ES384, Algorithm::ES384);
BENCHMARK_CAPTURE(verify, EdDSA, Algorithm::EdDSA);

void verifyRemembered(benchmark::State &state)
{
    test::OutsideSigner signer;
    test::SetTime time;
    jwt::CachedVerifier verifier(verifierOf(signer, Algorithm::RS256), time);
    const std::string token = signer.token(Algorithm::RS256, claims(), R"("kid":"2026-1","typ":"JWT")");
    for (auto _ : state)
        if (!verifier.verify(token))
            state.SkipWithError("it was refused");
}
BENCHMARK(verifyRemembered);

} // namespace
