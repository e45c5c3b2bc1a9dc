// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/editor/testing/test_questions.h"

#include "engine/json/json.h"
#include "views/pages/editor/testing/ask_panel.h"
#include "views/pages/run_dialog/form_pane.h"
#include "views/widgets/choice.h"
#include "views/widgets/code_view.h"
#include "views/widgets/label.h"
#include "views/widgets/words.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QLineEdit>

namespace batuta::views {
namespace {

constexpr QSize kSmall{460, 220};
constexpr QSize kForFault{620, 320};
constexpr QSize kForText{620, 460};
constexpr QSize kForInput{560, 600};

class TestQuestions
{
    Q_DECLARE_TR_FUNCTIONS(batuta::views::TestQuestions)
};

QString shown(const std::string &text)
{
    return QString::fromStdString(text);
}

Label *caption(const QString &text, QWidget *field, AskPanel *panel)
{
    auto *label = new Label(text, TextStyle::Caption, Ink::Secondary, panel);
    label->setBuddy(field);
    field->setAccessibleName(text);
    return label;
}

QString answerWord(const std::string &answer)
{
    if (answer == "timeout")
        return TestQuestions::tr("Timeout");
    if (answer == "drop")
        return TestQuestions::tr("Dropped");
    if (answer == "duplicate")
        return TestQuestions::tr("Sent twice");
    return answer.empty() ? TestQuestions::tr("Only late") : shown(answer);
}

/// A text that is edited as JSON; `take` gives what is wrong with it, or "".
void addJson(AskPanel *panel, const QString &text, const QString &yes,
             std::function<QString(const QString &)> take)
{
    auto *code = new CodeView(panel);
    code->setEditable(static_cast<qsizetype>(TestSetup::kLargestPin));
    code->setCode(text, CodeView::Language::Json);
    code->setAccessibleName(panel->accessibleName());
    panel->body()->addWidget(code, 1);
    Button *accept = panel->addAnswer(yes, Button::Variant::Primary,
                                      [code, take = std::move(take)] { return take(code->toPlainText()); });
    accept->setKeyHint(QStringLiteral("Ctrl ⏎"));
    panel->setDefault(accept);
    panel->setFocusProxy(code);
}

} // namespace

void askProduction(QWidget *window, TestBench &bench, const TestRequest &request)
{
    auto *panel = new AskPanel(
        TestQuestions::tr("Test this draft in production?"),
        TestQuestions::tr("It calls the functions of production with what is on the screen, without "
                          "being published. What they do stays done."));
    Button *yes = panel->addAnswer(TestQuestions::tr("Run in production"), Button::Variant::Production,
                                   [&bench, request] {
                                       bench.runConfirmed(request);
                                       return QString();
                                   });
    yes->setIconName(QStringLiteral("lock"));
    yes->setObjectName(QStringLiteral("runInProduction"));
    panel->setFocusProxy(panel->refusal());
    panel->show(window, kSmall, bench);
}

void askInput(QWidget *window, TestBench &bench, std::optional<TestRequest> thenRun)
{
    auto *panel = new AskPanel(
        TestQuestions::tr("Input of the test"),
        TestQuestions::tr("Kept for this flow, without secrets. The Run dialog begins with it, too."));
    auto *form = new FormPane(bench.form(), panel);
    panel->body()->addWidget(form, 1);
    const QString yes = thenRun ? TestQuestions::tr("Run") : TestQuestions::tr("Done");
    Button *accept = panel->addAnswer(yes, Button::Variant::Primary, [&bench, form, thenRun] {
        if (!form->submit())
            return TestQuestions::tr("Something is missing or does not fit.");
        if (thenRun)
            QMetaObject::invokeMethod(
                &bench, [&bench, request = *thenRun] { bench.run(request); }, Qt::QueuedConnection);
        return QString();
    });
    accept->setKeyHint(QStringLiteral("Ctrl ⏎"));
    panel->setDefault(accept);
    panel->show(window, kForInput, bench);
    form->focusFirst();
}

bool askFault(QWidget *window, TestBench &bench, const std::string &step)
{
    const std::vector<std::string> answers = faultAnswers(bench.kindOf(step));
    if (answers.empty())
        return false;
    const auto known = bench.setup().faults().find(step);
    const bool isSet = known != bench.setup().faults().end();
    const TestFault fault = isSet ? known->second : TestFault{answers.front(), {}, 0};
    auto *panel = new AskPanel(
        TestQuestions::tr("What goes wrong with %1").arg(shown(step)),
        TestQuestions::tr("On purpose, and only in tests of this editor. Steps and record say that it was "
                          "injected. It is gone when the editor is closed."));
    auto *answer = new Segmented(panel), *attempts = new Segmented(panel);
    for (const std::string &one : answers)
        answer->add(shown(one), answerWord(one));
    answer->setValue(shown(fault.answer));
    auto *latency = new QLineEdit(shown(fault.latency), panel);
    latency->setPlaceholderText(QStringLiteral("2s"));
    attempts->add(QStringLiteral("0"), TestQuestions::tr("Every attempt"));
    attempts->add(QStringLiteral("1"), TestQuestions::tr("The first one"));
    attempts->add(QStringLiteral("2"), TestQuestions::tr("The first two"));
    attempts->setValue(QString::number(fault.attempts));
    panel->body()->addWidget(caption(TestQuestions::tr("Instead of the call"), answer, panel));
    panel->body()->addWidget(answer);
    panel->body()->addWidget(caption(TestQuestions::tr("Latency before it"), latency, panel));
    panel->body()->addWidget(latency);
    panel->body()->addWidget(caption(TestQuestions::tr("Which attempts"), attempts, panel));
    panel->body()->addWidget(attempts);
    if (isSet)
        panel->addAnswer(TestQuestions::tr("No fault"), Button::Variant::Normal, [&bench, step] {
            bench.setup().clearFault(step);
            return QString();
        });
    Button *accept = panel->addAnswer(TestQuestions::tr("Inject"), Button::Variant::Primary, [=, &bench] {
        const TestFault wanted{answer->value().toStdString(), latency->text().trimmed().toStdString(),
                               attempts->value().toInt()};
        const Result<void> set = bench.setup().setFault(step, wanted);
        return set ? QString()
               : latency->text().trimmed().isEmpty()
                   ? TestQuestions::tr("Nothing would go wrong: give a latency.")
                   : TestQuestions::tr("The latency must be a duration of at most an hour: 500ms, 2s.");
    });
    panel->setDefault(accept);
    panel->setFocusProxy(answer);
    panel->show(window, kForFault, bench);
    return true;
}

void askCondition(QWidget *window, TestBench &bench, const std::string &step)
{
    const auto known = bench.setup().breakpoints().find(step);
    auto *panel =
        new AskPanel(TestQuestions::tr("Hold before %1").arg(shown(step)),
                     TestQuestions::tr("Always, or only when an expression is true: input.user_id == 'u1'."));
    auto *line =
        new QLineEdit(known == bench.setup().breakpoints().end() ? QString() : shown(known->second), panel);
    line->setPlaceholderText(TestQuestions::tr("always"));
    panel->body()->addWidget(caption(TestQuestions::tr("Condition"), line, panel));
    panel->body()->addWidget(line);
    Button *accept =
        panel->addAnswer(TestQuestions::tr("Set the breakpoint"), Button::Variant::Primary, [=, &bench] {
            const Result<void> set = bench.setup().setCondition(step, line->text().trimmed().toStdString());
            return set ? QString() : errorSentence(set.error());
        });
    QObject::connect(line, &QLineEdit::returnPressed, accept, &QAbstractButton::click);
    panel->setDefault(accept);
    panel->setFocusProxy(line);
    panel->show(window, kSmall, bench);
}

void askPin(QWidget *window, TestBench &bench, const std::string &step)
{
    const auto known = bench.setup().pins().find(step);
    const TestStep *result = bench.step(step);
    json::Value begin = json::Object{};
    if (known != bench.setup().pins().end())
        begin = known->second;
    else if (result != nullptr && !result->output.empty())
        begin = json::parse(result->output).value_or(begin);
    auto *panel = new AskPanel(TestQuestions::tr("Pinned output of %1").arg(shown(step)),
                               TestQuestions::tr("In tests the step is not called: it gives this JSON."));
    if (known != bench.setup().pins().end())
        panel->addAnswer(TestQuestions::tr("Unpin"), Button::Variant::Normal, [&bench, step] {
            bench.setup().unpin(step);
            return QString();
        });
    addJson(panel, shown(json::writePretty(begin)), TestQuestions::tr("Pin"),
            [&bench, step](const QString &text) {
                const Result<json::Value> value = json::parse(text.toStdString());
                if (!value)
                    return errorSentence(value.error());
                return bench.setup().pin(step, *value)
                           ? QString()
                           : TestQuestions::tr(
                                 "Too long to be pinned: at most 256 KiB a step and 1 MiB a flow.");
            });
    panel->show(window, kForText, bench);
}

void askPayload(QWidget *window, TestBench &bench, const std::string &step)
{
    auto *panel = new AskPanel(
        TestQuestions::tr("Payload of %1").arg(shown(step)),
        TestQuestions::tr("The step sees this as its input, and goes on. Secrets stay as they are "
                          "where *** stands."));
    addJson(panel, bench.payload(), TestQuestions::tr("Go on with this"),
            [&bench, step](const QString &text) {
                const Result<void> released = bench.releaseWith(step, text);
                return released ? QString() : errorSentence(released.error());
            });
    panel->show(window, kForText, bench);
}

} // namespace batuta::views
