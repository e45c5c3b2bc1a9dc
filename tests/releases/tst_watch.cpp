// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/cloud/monitoring_client.h"
#include "engine/releases/watch.h"
#include "tests/support/verify.h"

using namespace batuta;
using namespace batuta::releases;
using batuta::test::shown;

/// Forms and the policies that they mean.
class TestWatch : public QObject
{
    Q_OBJECT

private slots:
    void aFormComesBackFromItsPolicy_data();
    void aFormComesBackFromItsPolicy();
    void whatAPolicySaysBesidesStays();
    void otherPoliciesAreNoForms();
    void formsHaveBounds_data();
    void formsHaveBounds();
    void theUsualBudgetIsOneThatGoogleTakes();
};

void TestWatch::aFormComesBackFromItsPolicy_data()
{
    QTest::addColumn<bool>("isLatency");
    QTest::addColumn<int>("minutes");
    QTest::newRow("errors") << false << 1;
    QTest::newRow("errors, at once") << false << 0;
    QTest::newRow("latency") << true << 5;
}

void TestWatch::aFormComesBackFromItsPolicy()
{
    QFETCH(bool, isLatency);
    QFETCH(int, minutes);
    AlertForm form;
    form.service = "shop";
    form.kind = isLatency ? AlertForm::Kind::Latency : AlertForm::Kind::Errors;
    form.share = 0.05;
    form.milliseconds = 800;
    form.minutes = minutes;
    form.channels = {"projects/demo/notificationChannels/1"};
    form.isEnabled = false;
    BATUTA_VERIFY_OK(checkForm(form));
    const cloud::AlertPolicy policy = policyOf(form);
    BATUTA_VERIFY_OK(cloud::checkAlertPolicy(policy));
    const auto read = cloud::readAlertPolicy(cloud::alertPolicyJson(policy));
    BATUTA_VERIFY_OK(read);
    const auto back = formOf(*read);
    QVERIFY(back);
    QVERIFY(back->kind == form.kind && back->minutes == minutes && back->service == "shop");
    QVERIFY(isLatency ? back->milliseconds == 800 : back->share == 0.05);
    QCOMPARE(back->channels, form.channels);
    QVERIFY(!back->isEnabled);
}

void TestWatch::whatAPolicySaysBesidesStays()
{
    AlertForm form;
    form.service = "shop";
    cloud::AlertPolicy was = policyOf(form);
    was.name = "projects/demo/alertPolicies/1";
    was.title = "Ours";
    was.whole.object().set("documentation", json::Object{{"content", "call Ana"}});
    was.whole.object().set("alertStrategy", json::Object{{"autoClose", "600s"}});
    form.name = was.name;
    form.share = 0.2;
    const cloud::AlertPolicy changed = policyOf(form, &was);
    QCOMPARE(shown(changed.title), QString("Ours"));
    QCOMPARE(shown(changed.whole["documentation"]["content"].asString()), QString("call Ana"));
    QCOMPARE(shown(changed.whole["alertStrategy"]["autoClose"].asString()), QString("600s"));
    QCOMPARE(formOf(changed)->share, 0.2);
}

void TestWatch::otherPoliciesAreNoForms()
{
    AlertForm form;
    form.service = "shop";
    cloud::AlertPolicy policy = policyOf(form);
    auto &threshold = policy.whole.object()["conditions"].array()[0].object()["conditionThreshold"].object();
    threshold.set("comparison", "COMPARISON_LT");
    QVERIFY(!formOf(policy));
    threshold.set("comparison", "COMPARISON_GT");
    QVERIFY(formOf(policy));
    policy.whole.object()["conditions"].array().push_back(policy.whole["conditions"].asArray()[0]);
    QVERIFY(!formOf(policy));
    QVERIFY(!formOf({}));
}

void TestWatch::formsHaveBounds_data()
{
    QTest::addColumn<double>("share");
    QTest::addColumn<int>("milliseconds");
    QTest::addColumn<int>("minutes");
    QTest::addColumn<QByteArray>("subject");
    QTest::newRow("good") << 0.05 << 500 << 1 << QByteArray();
    QTest::newRow("5 is 500 %") << 5.0 << 500 << 1 << QByteArray("share");
    QTest::newRow("nothing") << 0.0 << 500 << 1 << QByteArray("share");
    QTest::newRow("before now") << 0.05 << 500 << -1 << QByteArray("minutes");
    QTest::newRow("beyond Google's day") << 0.05 << 500 << 1'411 << QByteArray("minutes");
}

void TestWatch::formsHaveBounds()
{
    QFETCH(double, share);
    QFETCH(int, milliseconds);
    QFETCH(int, minutes);
    QFETCH(QByteArray, subject);
    AlertForm form;
    form.service = "shop";
    form.share = share;
    form.milliseconds = milliseconds;
    form.minutes = minutes;
    const Status good = checkForm(form);
    QCOMPARE(good ? QByteArray() : QByteArray::fromStdString(good.error().subject), subject);
    form.service = "shop\" OR \"x";
    QVERIFY(!checkForm(form));
}

void TestWatch::theUsualBudgetIsOneThatGoogleTakes()
{
    cloud::Budget budget = usualBudget(std::string(80, 'p'));
    budget.amountCents = 10'075;
    BATUTA_VERIFY_OK(cloud::checkBudget(budget));
    const json::Value json = cloud::budgetJson(budget);
    QCOMPARE(json["amount"]["specifiedAmount"]["nanos"].asInteger(), std::int64_t(750'000'000));
    QCOMPARE(json["thresholdRules"].at(1)["thresholdPercent"].asDouble(), 0.9);
}

QTEST_GUILESS_MAIN(TestWatch)
#include "tst_watch.moc"
