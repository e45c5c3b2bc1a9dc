// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// What a cloud_run step does while the cloud has not answered yet; with a real local cloud it is in
// tests/host.
#include "engine/cloud/cloud_port.h"
#include "engine/steps/cloud_access.h"
#include "tests/steps/workbench.h"

#include <QTest>

using namespace batuta;
using namespace batuta::tests;
using cloud::Reply;

namespace {

/// Keeps who asks for a service and its revisions; the test answers. Nothing else is asked for.
class HeldCloud final : public cloud::CloudPort
{
public:
    Reply<cloud::Service> service_;
    Reply<std::vector<cloud::Revision>> revisions_;

    void service(const cloud::ServiceName &, Reply<cloud::Service> reply) override
    {
        service_ = std::move(reply);
    }
    void revisions(const cloud::ServiceName &, Reply<std::vector<cloud::Revision>> reply) override
    {
        revisions_ = std::move(reply);
    }

    using Services = Reply<std::vector<cloud::Service>>;
    using Done = Reply<cloud::Operation>;
    using Yaml = std::string;
    using Traffic = std::vector<cloud::TrafficTarget>;
    void services(const std::string &, const std::string &, Services) override {}
    void create(const cloud::ServiceName &, const Draft &, Check, Done) override {}
    void update(const cloud::Service &, const Draft &, Check, Done) override {}
    void route(const cloud::Service &, const Traffic &, Check, Done) override {}
    void remove(const cloud::Service &, Done) override {}
    void removeRevision(const cloud::Revision &, Done) override {}
    void operation(const std::string &, Done) override {}
    void wait(const std::string &, Duration, Done) override {}
    void policy(const cloud::ServiceName &, Reply<cloud::Policy>) override {}
    void setPolicy(const cloud::ServiceName &, const cloud::Policy &, Reply<cloud::Policy>) override {}
    void exportYaml(const cloud::ServiceName &, Reply<Yaml>) override {}
    void replace(const cloud::ServiceName &, const Yaml &, Check, Done) override {}
    void logs(const cloud::LogQuery &, Reply<cloud::LogPage>) override {}
    std::unique_ptr<cloud::Running> tail(const cloud::LogQuery &, WallTime,
                                         Reply<std::vector<cloud::LogEntry>>) override
    {
        return nullptr;
    }
    void series(const cloud::SeriesQuery &, Reply<std::vector<cloud::Series>>) override {}
    void alertPolicies(const std::string &, Reply<std::vector<cloud::AlertPolicy>>) override {}
    void saveAlertPolicy(const std::string &, const cloud::AlertPolicy &, Reply<cloud::AlertPolicy>) override
    {
    }
    void notificationChannels(const std::string &, Reply<std::vector<cloud::NotificationChannel>>) override {}
    void budgets(const std::string &, Reply<std::vector<cloud::Budget>>) override {}
    void saveBudget(const std::string &, const cloud::Budget &, Reply<cloud::Budget>) override {}
    std::unique_ptr<cloud::Running> build(const cloud::BuildRequest &, cloud::BuildWatch,
                                          Reply<cloud::Build>) override
    {
        return nullptr;
    }
    void images(const std::string &, Reply<std::vector<cloud::Image>>) override {}
};

} // namespace

class TestCloudRunStep : public QObject
{
    Q_OBJECT

private slots:
    void anAnswerDoesNotUndoACancel();
};

void TestCloudRunStep::anAnswerDoesNotUndoACancel()
{
    Workbench bench;
    const auto held = std::make_shared<HeldCloud>();
    const auto access = std::make_shared<steps::CloudAccess>();
    access->place = [held](const std::string &) {
        return Result<steps::CloudPlace>({held, "dev", "demo", "us-east1", "shop", true});
    };
    bench.cloud = access;
    bench.start(flow::CloudRunStep{flow::CloudRunStep::Action::Wait,
                                   tree(json::Object{{"revision", "shop-1"}, {"for", "5m"}})});
    QVERIFY(held->service_);
    held->service_(cloud::Service());
    QVERIFY(held->revisions_);
    bench.running->cancel();
    cloud::Revision starting;
    starting.name = "shop-1";
    held->revisions_(std::vector{starting}); // not ready: one would ask again in a while
    QVERIFY(bench.ended());
    QCOMPARE(bench.outcome(), QString("cancelled"));
    QCOMPARE(bench.reports, 1);
}

QTEST_GUILESS_MAIN(TestCloudRunStep)
#include "tst_cloud_run_step.moc"
