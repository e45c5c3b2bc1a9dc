// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// A person builds the flow update_profile from an empty canvas, tests it against the sandbox, publishes it
// and runs it; nothing is called but what keys and clicks reach. Prints how many gestures and seconds that
// takes.
#include "engine/versions/flow_diff.h"
#include "tests/editor/hand.h"
#include "tests/support/shell_house.h"
#include "views/graph/edit_view.h"
#include "views/pages/editor/canvas/edit_canvas.h"
#include "views/pages/editor/editor_desk.h"
#include "views/pages/editor/editor_page.h"
#include "views/pages/editor/inspector/edit_inspector.h"
#include "views/pages/editor/new/new_flow_dialog.h"
#include "views/pages/editor/testing/test_pane.h"
#include "views/pages/editor/versions/publish_dialog.h"
#include "views/pages/run_dialog/run_dialog.h"

#include <QCheckBox>
#include <QFile>
#include <QSignalSpy>

using namespace batuta;
using namespace batuta::views;

namespace {

constexpr int kPatience = 8'000;

struct Made
{
    const char *id, *title, *portuguese, *domain, *needs, *url, *token, *skip, *reason, *body;
};

constexpr const char *kProfession =
    "${{ omitNull(pick(input, 'user_id', 'position_id', 'career_name', 'position_name')) }}";
constexpr const char *kVacancy =
    "${{ omitNull(pick(input, 'user_id', 'vacancy_id', 'vacancy_name', 'vacancy_description')) }}";

/// The steps behind the first, in the order of the file: each is a copy of the one before it.
const Made kSteps[] = {
    {"match_usuario_profissao", "Match user and profession", "Combinar usuário e profissão", "profession",
     "create_embeddings", "MATCH_USUARIO_PROFISSAO_URL", "match_user_profession_token",
     "${{ input.position_id }}", "position_id provided", nullptr},
    {"match_candidato", "Match candidate and vacancies", "Combinar candidato e vagas", "vacancy",
     "create_embeddings", "DEFAULT_MATCH_CANDIDATO_URL", "match_candidato_token", "${{ input.vacancy_id }}",
     "vacancy_id provided", nullptr},
    {"match_usuario_carreira", "Match user and career", "Combinar usuário e carreira", "profession",
     "match_usuario_profissao", "MATCH_USUARIO_CARREIRA_URL", "match_user_career_token",
     "${{ input.position_id && input.career_name }}", "both position_id and career_name provided",
     kProfession},
    {"match_analysis_user_profession", "Analyse the match with the profession",
     "Analisar a combinação com a profissão", "profession", "match_usuario_profissao",
     "MATCH_ANALYSIS_USER_PROFESSION_URL", "match_analysis_user_profession_token", nullptr, nullptr,
     kProfession},
    {"gap_analysis_user_profession", "Analyse the skill gap to the profession",
     "Analisar as lacunas para a profissão", "profession",
     "match_usuario_carreira, match_analysis_user_profession", "GAP_ANALYSIS_USER_PROFESSION_URL",
     "gap_analysis_user_profession_token", nullptr, nullptr, kProfession},
    {"suggest_course_profession", "Suggest courses for the profession", "Sugerir cursos para a profissão",
     "profession", "gap_analysis_user_profession", "SUGGEST_COURSE_PROFESSION_URL",
     "suggest_course_profession_token", nullptr, nullptr, kProfession},
    {"match_analysis_user_vacancy", "Analyse the match with the vacancy", "Analisar a combinação com a vaga",
     "vacancy", "match_candidato", "DEFAULT_MATCH_ANALYSIS_USER_VACANCY_URL",
     "match_analysis_user_vacancy_token", nullptr, nullptr, kVacancy},
    {"gap_analysis_user_vacancy", "Analyse the skill gap to the vacancy", "Analisar as lacunas para a vaga",
     "vacancy", "match_analysis_user_vacancy", "DEFAULT_GAP_ANALYSIS_USER_VACANCY_URL",
     "gap_analysis_user_vacancy_token", nullptr, nullptr, kVacancy},
    {"suggest_course_vacancy", "Suggest courses for the vacancy", "Sugerir cursos para a vaga", "vacancy",
     "gap_analysis_user_vacancy", "DEFAULT_SUGGEST_COURSE_VACANCY_URL", "suggest_course_vacancy_token",
     nullptr, nullptr, kVacancy},
};

/// The lines below `input:`, as a person has them on paper.
QString schemaOf(const std::string &flow)
{
    const auto text = edit::FlowText::read(flow, "update_profile.yaml");
    QStringList lines;
    if (text)
        for (QString line : QString::fromStdString(*text->rawAt({"input"})).split('\n'))
            lines << (line.startsWith("  ") ? line.mid(2) : line);
    return lines.join('\n').trimmed();
}

QString said(const versions::FlowDiff &diff)
{
    QStringList all;
    const auto tell = [&](const QString &where, const versions::FieldChange &field) {
        QString path;
        for (const std::string &part : field.path)
            path += '.' + QString::fromStdString(part);
        all << where + path + ": " + QString::fromStdString(field.before.value_or("-")) + " / " +
                   QString::fromStdString(field.after.value_or("-"));
    };
    for (const versions::StepChange &step : diff.steps) {
        all << QString::fromStdString(step.step) +
                   (step.kind == versions::ChangeKind::Added ? " added" : "") +
                   (step.kind == versions::ChangeKind::Removed ? " removed" : "");
        for (const versions::FieldChange &field : step.fields)
            tell(QString::fromStdString(step.step), field);
    }
    for (const versions::EdgeChange &edge : diff.edges)
        all << QString::fromStdString(edge.from + " -> " + edge.to) +
                   (edge.kind == versions::ChangeKind::Added ? " added" : " removed");
    for (const versions::FieldChange &field : diff.fields)
        tell("flow", field);
    if (diff.hasOtherOrder)
        all << "another order";
    return all.join('\n');
}

} // namespace

class TstEditorUpdateProfile : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase() { m_shell.reset(); }
    void isBuiltTestedPublishedAndRun();

private:
    EditorPage *page() const { return m_shell->shell->findChild<EditorPage *>(); }
    EditorDesk &desk() const { return *page()->desk(); }
    FlowDocument &document() const { return desk().document(); }
    QString file(const QString &name) const { return m_shell->house.folder() + '/' + name; }
    bool into(const QString &name) { return m_hand->into(desk().inspector(), name); }
    bool press(const QString &name) { return m_hand->press(desk().inspector(), name); }
    bool fill(const QString &name, const QString &text);
    void toCanvas();
    bool selects(const char *step);
    void begin();
    void describeTheFlow();
    void addTheFirst();
    void addTheNext(const Made &step);
    void setRule(const Made &step);
    void addTheWebhook();
    void testIt();
    void publishIt();
    void runIt();

    std::unique_ptr<tests::ShellHouse> m_shell;
    std::unique_ptr<tests::Hand> m_hand;
    std::string m_shipped;
    const Made *m_before = nullptr;
};

void TstEditorUpdateProfile::initTestCase()
{
    m_shell = std::make_unique<tests::ShellHouse>();
    QFile shipped(file("flows/ml_orchestrator/update_profile.yaml"));
    QVERIFY(shipped.open(QIODevice::ReadOnly));
    m_shipped = shipped.readAll().toStdString();
    // The workspace's flows are links to the shipped ones: only the link goes.
    QVERIFY(QFile::remove(shipped.fileName()));
    QVERIFY(m_shell->start());
    m_shell->shell->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_shell->shell.get()));
    m_shell->shell->open({"flows", {}, {}});
    QTRY_VERIFY(m_shell->house.commands.action("flows.new"));
}

bool TstEditorUpdateProfile::fill(const QString &name, const QString &text)
{
    if (!into(name))
        return false;
    if (!text.isEmpty()) {
        m_hand->replace(text);
    } else {
        m_hand->key(Qt::Key_A, Qt::ControlModifier);
        m_hand->key(Qt::Key_Backspace);
    }
    return true;
}

void TstEditorUpdateProfile::toCanvas()
{
    m_hand->key(Qt::Key_Escape);
}

bool TstEditorUpdateProfile::selects(const char *step)
{
    return document().selection() == std::vector<std::string>{step};
}

void TstEditorUpdateProfile::begin()
{
    m_hand->key(Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(m_shell->shell->findChild<NewFlowDialog *>());
    QTRY_COMPARE(QApplication::focusWidget()->objectName(), QString("name"));
    m_hand->type("update_profile");
    m_hand->key(Qt::Key_Tab);
    m_hand->key(Qt::Key_Tab);
    m_hand->type("Update profile");
    m_hand->key(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(page() && page()->address().id == "update_profile" && page()->desk(), kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(!document().isChecking(), kPatience);
    QCOMPARE(QApplication::focusWidget(), &desk().canvas().view());
}

void TstEditorUpdateProfile::describeTheFlow()
{
    QVERIFY(fill("Label in Portuguese", "Atualizar perfil"));
    QVERIFY(fill("Description", "Complete flow, with creation of embeddings."));
    QVERIFY(fill("Deadline", "540s"));
    QVERIFY(fill("At a time", "4"));
    QVERIFY(fill("JSON Schema", schemaOf(m_shipped)));
    QVERIFY(press("Same request again"));
    QVERIFY(fill("Key", "${{ input.user_id }}_${{ input.session_id }}_${{ input.identifier }}"));
    QVERIFY(fill("Within", "300s"));
    QVERIFY(press("Warn"));
    QVERIFY(press("Defaults of steps"));
    QVERIFY(fill("Timeout", "120s"));
    QVERIFY(press("Continue"));
    toCanvas();
}

void TstEditorUpdateProfile::addTheFirst()
{
    m_hand->key(Qt::Key_Tab);
    m_hand->type("http");
    m_hand->key(Qt::Key_Return);
    m_hand->key(Qt::Key_Return); // to its label
    m_hand->type("Create embeddings");
    QVERIFY(fill("Label in Portuguese", "Criar embeddings"));
    QVERIFY(fill("Id of the step", "create_embeddings"));
    QVERIFY(fill("URL", "${{ env.DEFAULT_CREATE_USER_EMBEDDINGS_URL }}"));
    QVERIFY(into("Add a key to Headers"));
    m_hand->type("X-Orchestrator");
    m_hand->key(Qt::Key_Return);
    m_hand->type("senai-ml-orchestrator");
    QVERIFY(press("Authorization"));
    QVERIFY(fill("Bearer token", "${{ input.create_user_embeddings_token }}"));
    QVERIFY(into("Body"));
    m_hand->type("sessionId");
    m_hand->key(Qt::Key_Return);
    m_hand->type("${{ input.session_id }}");
    QVERIFY(fill("Timeout", "300s"));
    QVERIFY(press("Labels"));
    QVERIFY(into("Add a key to Labels"));
    m_hand->type("domain");
    m_hand->key(Qt::Key_Return);
    m_hand->type("common");
    toCanvas();
    QVERIFY(selects("create_embeddings"));
}

void TstEditorUpdateProfile::setRule(const Made &step)
{
    const bool had = m_before && m_before->skip;
    if (!step.skip && had) {
        QVERIFY(press("Remove"));
        return;
    }
    if (!step.skip)
        return;
    if (!had) {
        QVERIFY(press("Conditions"));
        QVERIFY(press("Add a rule"));
        m_hand->type(step.skip);
    } else {
        QVERIFY(fill("Skip when, required", step.skip));
    }
    QVERIFY(fill("Reason", step.reason));
}

void TstEditorUpdateProfile::addTheNext(const Made &step)
{
    m_hand->key(Qt::Key_D, Qt::ControlModifier);
    m_hand->key(Qt::Key_Return);
    m_hand->replace(step.title);
    QVERIFY(fill("Label in Portuguese", step.portuguese));
    QVERIFY(fill("Id of the step", step.id));
    if (!m_before || qstrcmp(m_before->needs, step.needs) != 0) {
        QVERIFY(into("Needs"));
        const int old = m_before ? static_cast<int>(QString(m_before->needs).split(',').size()) : 0;
        for (int i = 0; i < old; ++i)
            m_hand->key(Qt::Key_Backspace);
        m_hand->type(step.needs);
        m_hand->key(Qt::Key_Return);
    }
    QVERIFY(fill("URL", QString("${{ env.%1 }}").arg(step.url)));
    QVERIFY(fill("Bearer token", QString("${{ input.%1 }}").arg(step.token)));
    if (!m_before) {
        QVERIFY(fill("Key sessionId", "user_id"));
        m_hand->key(Qt::Key_Return);
        QVERIFY(fill("Value of user_id", "${{ input.user_id }}"));
        QVERIFY(fill("Timeout", ""));
    } else if (step.body && !m_before->body) {
        QVERIFY(fill("Key user_id", "")); // a key that is emptied goes
        m_hand->key(Qt::Key_Return);
        QVERIFY(m_hand->choose(desk().inspector(), "How Body is shown", "Expression"));
        QVERIFY(fill("Body", step.body));
    } else if (step.body && qstrcmp(step.body, m_before->body) != 0) {
        QVERIFY(fill("Body", step.body));
    }
    setRule(step);
    if (!m_before || qstrcmp(m_before->domain, step.domain) != 0)
        QVERIFY(fill("Value of domain", step.domain));
    toCanvas();
    QVERIFY2(selects(step.id), step.id);
    m_before = &step;
}

void TstEditorUpdateProfile::addTheWebhook()
{
    m_hand->key(Qt::Key_Tab);
    m_hand->type("http");
    m_hand->key(Qt::Key_Return);
    m_hand->key(Qt::Key_Return);
    m_hand->type("Send the result");
    QVERIFY(fill("Label in Portuguese", "Enviar o resultado"));
    QVERIFY(fill("Id of the step", "webhook"));
    QVERIFY(press("Always at the end"));
    QVERIFY(fill("URL", "${{ env.DEFAULT_WEBHOOK_URL }}"));
    QVERIFY(m_hand->choose(desk().inspector(), "How Body is shown", "Expression"));
    QVERIFY(fill("Body", "${{ execution.report }}"));
    QVERIFY(fill("Timeout", "15s"));
    toCanvas();
    QVERIFY(selects("webhook"));
}

void TstEditorUpdateProfile::testIt()
{
    m_hand->key(Qt::Key_Return, Qt::ControlModifier);
    // The input is asked for once: its form begins at the first field that must be there.
    QTRY_VERIFY_WITH_TIMEOUT(QApplication::focusWidget() != &desk().canvas().view(), kPatience);
    m_hand->type("ana-souza");
    m_hand->key(Qt::Key_Tab);
    m_hand->type("sessao-ana-1");
    m_hand->key(Qt::Key_Return, Qt::ControlModifier);
    TestBench &bench = desk().tests().bench();
    QTRY_VERIFY_WITH_TIMEOUT(bench.phase() == TestBench::Phase::Ended, kPatience);
    QCOMPARE(bench.steps().size(), std::size_t{11});
    for (const auto &[id, step] : bench.steps())
        QCOMPARE(QString::fromStdString(id + ' ' + step.status), QString::fromStdString(id + " success"));
}

void TstEditorUpdateProfile::publishIt()
{
    m_hand->key(Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY_WITH_TIMEOUT(m_shell->shell->findChild<PublishDialog *>(), kPatience);
    auto *dialog = m_shell->shell->findChild<PublishDialog *>();
    QTRY_COMPARE_WITH_TIMEOUT(dialog->whyNot(), QString("Look at the warnings first"), kPatience);
    m_hand->type("Built from an empty canvas");
    QCOMPARE(dialog->note(), QString("Built from an empty canvas"));
    // The worst case of the shipped flow is above its deadline, on purpose.
    const auto *accept = dialog->findChild<QCheckBox *>();
    QVERIFY(accept && m_hand->press(*dialog, accept->text()));
    QCOMPARE(dialog->whyNot(), QString());
    QVERIFY(m_hand->into(*dialog, "Note of the version"));
    m_hand->key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(m_shell->house.link.flow("update_profile"), kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(!document().isChanged(), kPatience);
}

void TstEditorUpdateProfile::runIt()
{
    m_hand->key(Qt::Key_R, Qt::ControlModifier);
    // The dialog knows the flow of the page.
    QTRY_VERIFY_WITH_TIMEOUT(QApplication::focusWidget()->accessibleName().startsWith("user_id"), kPatience);
    QSignalSpy started(m_shell->shell->findChild<RunDialog *>(), &RunDialog::started);
    m_hand->type("ana-souza");
    m_hand->key(Qt::Key_Tab);
    m_hand->type("sessao-ana-2");
    m_hand->key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(started.size(), 1, kPatience);
    const client::ExecutionRecord record = m_shell->house.ended(started.front().front().toString());
    QCOMPARE(QString::fromStdString(record.flow), QString("update_profile"));
    QCOMPARE(QString::fromStdString(record.status), QString("success"));
}

void TstEditorUpdateProfile::isBuiltTestedPublishedAndRun()
{
    m_hand = std::make_unique<tests::Hand>(*m_shell->shell);
    begin();
    if (!QTest::currentTestFailed())
        describeTheFlow();
    if (!QTest::currentTestFailed())
        addTheFirst();
    for (const Made &step : kSteps)
        if (!QTest::currentTestFailed())
            addTheNext(step);
    if (!QTest::currentTestFailed())
        addTheWebhook();
    QVERIFY2(!QTest::currentTestFailed(), qPrintable(m_hand->trouble()));
    const auto diff = versions::flowDiff(m_shipped, document().text());
    QVERIFY(diff);
    QVERIFY2(diff->isEmpty(), qPrintable(said(*diff) + "\n\n" + QString::fromStdString(document().text())));
    QTRY_VERIFY_WITH_TIMEOUT(!document().isChecking() && document().isFlowCurrent(), kPatience);
    testIt();
    if (!QTest::currentTestFailed())
        publishIt();
    if (!QTest::currentTestFailed())
        runIt();
    QVERIFY2(!QTest::currentTestFailed(), qPrintable(m_hand->trouble()));
    qInfo("update_profile from an empty canvas: %d gestures in %.1f s", m_hand->gestures(),
          m_hand->seconds());
}

QTEST_MAIN(TstEditorUpdateProfile)
#include "tst_editor_update_profile.moc"
