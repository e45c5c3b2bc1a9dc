// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/document/surroundings_loader.h"
#include "views/models/engine_control.h"
#include "views/pages/routes/routes_document.h"
#include "views/widgets/page.h"

#include <memory>

class QComboBox;
class QListWidget;
class QSplitter;
class QVBoxLayout;

namespace batuta::views {

class Bar;
class Button;
class CodeView;
class Label;
class Notice;
class RouteLine;
class StatePane;

/// The routes of one system: its rules in their order, and what they do with a payload, always as on the
/// screen. Address: `batuta://routes/SYSTEM`. Needs the files of the workspace.
class RoutesPage final : public Page
{
    Q_OBJECT

public:
    RoutesPage(Context context, EngineControl &control, QWidget *parent = nullptr);
    ~RoutesPage() override;

    QString title() const override;
    Address address() const override;
    void open(const Address &address) override;

    RoutesDocument *document() const { return m_document.get(); }

protected:
    void changeEvent(QEvent *event) override;

private:
    void addCommands();
    /// What a command does, and why it cannot.
    struct Act
    {
        std::function<void()> run;
        std::function<QString()> whyNot;
    };
    void add(const char *id, std::function<QString()> text, const char *icon, const QKeySequence &keys,
             Act act);
    void addRule();
    void buildHeader();
    QWidget *buildRules();
    QWidget *buildTester();
    void retranslate();
    void load();
    void show();
    void showRules();
    void connectLine(RouteLine *line, int row);
    void tryPayload();
    void showTrial(const RouteTrial &trial);
    void attempt(const Result<void> &result);
    void save();
    QStringList flowNames() const;
    QString whyNothing() const;

    Context m_context;
    EngineControl &m_control;
    std::unique_ptr<SurroundingsLoader> m_surroundings;
    std::unique_ptr<RoutesDocument> m_document;
    QString m_system;
    Bar *m_header;
    Button *m_flows;
    Label *m_name, *m_state, *m_rulesTitle, *m_defaultCaption, *m_testTitle, *m_result, *m_flags;
    StatePane *m_pane;
    Notice *m_problem;
    QVBoxLayout *m_list;
    QList<RouteLine *> m_lines;
    QComboBox *m_fallback;
    CodeView *m_payload;
    QListWidget *m_steps;
    QSplitter *m_split;
};

} // namespace batuta::views
