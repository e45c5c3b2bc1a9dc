// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/releases/rehearsal_model.h"

#include <QWidget>

class QBoxLayout;
class QComboBox;
class QLineEdit;

namespace batuta::views {

class Button;
class CodeView;
class Label;
class Notice;
class RehearsalRows;
class RehearsalTable;

/// A panel for an Overlay: recorded executions of a flow once more, against a revision with a tag and none of
/// the traffic; says before it begins what is really called, and then what was not as before. Enter never
/// starts it. Leaving it stops nothing.
class RehearsalDialog final : public QWidget
{
    Q_OBJECT

public:
    RehearsalDialog(RehearsalModel *model, const std::string &tag, bool isGuarded,
                    QWidget *parent = nullptr); ///< takes the model

    RehearsalModel &model() { return *m_model; }
    QComboBox &flow() { return *m_flow; }
    QLineEdit &succeeded() { return *m_succeeded; }
    QLineEdit &failed() { return *m_failed; }
    QLineEdit &ignore() { return *m_ignore; }
    QLineEdit &reason() { return *m_reason; }
    Button &startButton() { return *m_start; }
    RehearsalTable &table() { return *m_table; }
    CodeView &differences() { return *m_differences; }
    QString verdict() const;
    /// Why it cannot begin now, or "".
    QString whyNot() const;

signals:
    void closeRequested();
    void told(const QString &text);
    /// The execution of then beside the one of now.
    void compareRequested(const QString &then, const QString &now);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build(const std::string &tag);
    QWidget *buildForm();
    QWidget *buildFound();
    QWidget *buildFoot();
    void present();
    void presentVerdict();
    void presentRow();
    void start();
    void compare();

    RehearsalModel *m_model;
    bool m_isGuarded;
    bool m_wasOver = false;
    RehearsalRows *m_rows;
    QComboBox *m_flow;
    QLineEdit *m_succeeded, *m_failed, *m_ignore, *m_reason;
    Notice *m_before, *m_verdict;
    Label *m_latency, *m_foot, *m_empty;
    RehearsalTable *m_table;
    CodeView *m_differences;
    Button *m_close, *m_start, *m_compare;
    QString m_sentence;
};

} // namespace batuta::views
