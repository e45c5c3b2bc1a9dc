// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/document/replies.h"
#include "views/models/engine_control.h"
#include "views/models/environments/deployed_variables.h"
#include "views/models/environments/environments_model.h"
#include "views/models/environments/secrets_desk.h"
#include "views/widgets/page.h"

#include <QPointer>

class QComboBox;
class QLineEdit;
class QSplitter;
class QStackedWidget;

namespace batuta::views {

class Bar;
class Button;
class Chip;
class DetailPane;
class DifferencesPane;
class EnvHistoryPane;
class FilesPane;
class Label;
class MatrixTable;
class MatrixView;
class Notice;
class Overlay;
class Segmented;
class StatePane;

/// The env files of the workspace: a matrix of keys by environment, what is wrong with them and which steps
/// that breaks; edits are pending until they are reviewed and applied. Address:
/// `batuta://environments?key=KEY&env=NAME&tab=files`. Needs the files of the workspace.
class EnvironmentsPage final : public Page
{
    Q_OBJECT

public:
    EnvironmentsPage(Context context, EngineControl &control, QWidget *parent = nullptr);
    ~EnvironmentsPage() override;

    QString title() const override;
    Address address() const override;
    void open(const Address &address) override;
    void refresh() override;

    /// Null on an engine whose files are elsewhere.
    EnvironmentsModel *model() const { return m_model.get(); }
    MatrixView *view() const { return m_view; }
    MatrixTable *table() const { return m_table; }
    SecretsDesk *desk() const { return m_desk.get(); }
    DeployedVariables *deployed() const { return m_deployed.get(); }

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    void listen();
    void buildBody();
    void buildHeader();
    QWidget *buildFilter();
    void retranslate();
    void present();
    void showNotices();
    void showDetail();
    void showTab(const QString &tab);
    void filter();
    void tellError(const Error &error);
    void attempt(const Result<void> &result);
    // environments_commands.cpp
    struct Act
    {
        std::function<void()> run;
        std::function<QString()> whyNot;
    };
    void add(const char *id, std::function<QString()> text, const char *icon, const QList<QKeySequence> &keys,
             Act act);
    void addCommands();
    void addCellCommands();
    void addSecretCommands();
    QString whyNoModel() const;
    QString whyNoCell() const;
    const environments::Cell *cell() const;
    void unset();
    void paste(bool toAll);
    void nextProblem();
    void checkUrls(const std::vector<std::string> &urls);
    std::vector<std::string> urls() const;
    void goToSilent(std::size_t asked);
    void review();
    void applied(int files, const Errors &errors);
    void create();
    void toggleLock();
    void openImport();
    void openExport();
    // environments_beside.cpp
    void followDeployed();
    void buildBeside();
    void addBesideCommands();
    void presentDeployed();
    void fillDeployedChoice();
    void fitBar();
    bool isNarrow() const; ///< words have no room
    void presentSealed();
    void chooseDeployed(const QString &environment);
    /// `then` when the sealed file is open.
    void openPassphrase(std::function<void()> then);
    // environments_secrets.cpp
    void openSecret();
    void secretsChanged(const QString &name);
    void reveal();
    void showSecret(int environment, const std::string &key, const std::string &value);
    void copy(const std::string &key, int environment);
    void copyOut(const std::string &secret);
    void forgetCopy();

    Context m_context;
    EngineControl &m_control;
    std::unique_ptr<EnvironmentsModel> m_model;
    std::unique_ptr<SecretsDesk> m_desk;
    std::unique_ptr<DeployedVariables> m_deployed;
    Address m_wanted;
    QString m_tab = QStringLiteral("matrix");
    std::optional<std::string> m_copied; ///< a secret is not on the clipboard unless it is revealed
    int m_problem = -1;
    bool m_isChecking = false;
    bool m_isProbed = false; ///< the passphrase that was at hand when it was loaded
    QTimer m_hide;           ///< ends what is revealed
    QTimer m_forget;         ///< and what was copied of it
    MatrixTable *m_table = nullptr;
    MatrixView *m_view = nullptr;
    DetailPane *m_detail = nullptr;
    DifferencesPane *m_differences = nullptr;
    FilesPane *m_files = nullptr;
    EnvHistoryPane *m_history = nullptr;
    Bar *m_header;
    Label *m_title;
    QList<Button *> m_transfers; ///< icons only when the window is narrow
    Segmented *m_tabs;
    Notice *m_git, *m_conflict;
    Notice *m_sealed;
    Notice *m_cloud;
    QComboBox *m_deployedChoice = nullptr;
    StatePane *m_pane;
    QStackedWidget *m_stack;
    QLineEdit *m_filter = nullptr;
    Segmented *m_choice = nullptr;
    Label *m_template = nullptr;
    Chip *m_covered = nullptr;
    QPointer<Overlay> m_overlay;
    Replies m_replies;
};

} // namespace batuta::views
