// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/series/evaluation.h"
#include "engine/series/sampler.h"
#include "tests/support/seed.h"
#include "tests/support/verify.h"

#include <cmath>
#include <random>
#include <tuple>

using namespace batuta;
using namespace batuta::series;
using namespace std::chrono_literals;

namespace {

const WallTime kBegin = WallTime(1'789'999'200s);

/// What happened in one stretch of ten seconds, kept in full.
struct Truth
{
    bool ran = false;
    double runs = 0;
    std::vector<std::uint64_t> counts = std::vector<std::uint64_t>(4);
};

bool isSame(double a, double b)
{
    return (std::isnan(a) && std::isnan(b)) || std::abs(a - b) < 1e-9 * std::max(1.0, std::abs(b));
}

} // namespace

/// Whatever is sampled, with gaps and restarts, the answers are those of a reader who has everything.
class TstSeriesRandom : public QObject
{
    Q_OBJECT

private slots:
    void answersLikeWhoeverKnowsAll();
};

void TstSeriesRandom::answersLikeWhoeverKnowsAll()
{
    std::mt19937 random(test::seed());
    const auto below = [&](int limit) { return int(random() % unsigned(limit)); };
    for (int round = 0; round < 20; ++round) {
        SeriesFile file = *SeriesFile::open(":memory:");
        auto metrics = std::make_unique<telemetry::Metrics>();
        auto sampler = std::make_unique<Sampler>(*metrics);
        std::vector<Truth> truth(static_cast<std::size_t>(200 + below(900)));
        for (std::size_t i = 0; i < truth.size(); ++i) {
            if (below(200) == 0) { // the program begins anew
                sampler.reset();
                metrics = std::make_unique<telemetry::Metrics>();
                sampler = std::make_unique<Sampler>(*metrics);
            }
            if (below(10) == 0)
                continue;
            truth[i].ran = true;
            auto &runs = metrics->counter("runs", "");
            auto &seconds = metrics->histogram("seconds", "", {}, {1, 2, 4});
            for (int times = below(4); times > 0; --times) {
                const double value = below(60) / 10.0;
                runs.increment();
                seconds.observe(value);
                ++truth[i].runs;
                ++truth[i].counts[value <= 1 ? 0 : value <= 2 ? 1 : value <= 4 ? 2 : 3];
            }
            const WallTime at = kBegin + static_cast<int>(i) * 10s;
            BATUTA_VERIFY_OK(file.append(at, 10s, *sampler->take(file)));
            if (below(50) == 0)
                BATUTA_VERIFY_OK(file.tidy(at));
        }
        for (const Duration step : {Duration(10s), Duration(60s), Duration(300s)}) {
            Question question;
            question.from = kBegin;
            question.to = kBegin + static_cast<int>(truth.size()) * 10s;
            question.step = step;
            question.of.metric = "runs";
            question.function = Function::Rate;
            const Result<Answer> rate = Evaluation(file, question).answer();
            BATUTA_VERIFY_OK(rate);
            std::tie(question.of.metric, question.function) = std::pair("seconds", Function::Percentile);
            const Result<Answer> slow = Evaluation(file, question).answer();
            const auto each = static_cast<std::size_t>(step / 10s);
            for (std::size_t at = 0; at * each < truth.size(); ++at) {
                Truth sum;
                double covered = 0;
                for (std::size_t i = at * each; i < std::min(truth.size(), (at + 1) * each); ++i) {
                    covered += truth[i].ran ? 10 : 0;
                    sum.runs += truth[i].runs;
                    for (std::size_t bucket = 0; bucket < 4; ++bucket)
                        sum.counts[bucket] += truth[i].counts[bucket];
                }
                const double wanted = covered > 0 ? sum.runs / covered : std::nan("");
                QVERIFY2(isSame(rate->lines[0].values[at], wanted), qPrintable(QString::number(at)));
                QVERIFY(isSame(slow->lines[0].values[at], percentile({1, 2, 4}, sum.counts, 0.95)));
            }
        }
    }
}

QTEST_APPLESS_MAIN(TstSeriesRandom)
#include "tst_series_random.moc"
