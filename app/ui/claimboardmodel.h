#pragma once

#include "domain/claimboard.h"
#include "ui/casestore.h"
#include "ui/veil.h"

#include <QAbstractListModel>
#include <QStringList>
#include <QtQmlIntegration>

#include <memory>
#include <vector>

namespace dateline
{

class ClaimBoardModel;

/// What one party says to one question: its quotes by date.
class BoardCell : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The claim board has it")

public:
    enum Role {
        ClaimRole = Qt::UserRole,
        QuoteRole,
        DocumentRole,
        WordsRole,
        StanceRole,
        SourceRole,
        HiddenRole,
        GainsaysRole
    };

    BoardCell(const ClaimBoardModel *board, Veil *veil, std::vector<std::size_t> rows, QObject *parent);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    const ClaimBoardModel *m_board;
    Veil *m_veil;
    std::vector<std::size_t> m_rows; ///< Indices into the board's words.
};

/// “Compare what each party says”: one incident's questions, one row each, with the parties across.
class ClaimBoardModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The session has it")
    Q_PROPERTY(bool open READ isOpen NOTIFY changed)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString summary READ summary NOTIFY changed)
    Q_PROPERTY(QStringList parties READ parties NOTIFY changed)
    Q_PROPERTY(QStringList questionNames READ questionNames CONSTANT)

public:
    enum Role { QuestionRole = Qt::UserRole, ConflictRole, UnansweredRole };

    ClaimBoardModel(CaseStore *store, Veil *veil, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] bool isOpen() const { return m_open; }
    [[nodiscard]] QString title() const { return m_incident.title; }
    [[nodiscard]] QString summary() const; ///< “3 parties, 5 quotes. They contradict each other on 2 questions.”
    [[nodiscard]] QStringList parties() const { return m_board.parties; }
    [[nodiscard]] QStringList questionNames() const;
    [[nodiscard]] const Incident &incident() const { return m_incident; }
    [[nodiscard]] const std::vector<BoardWords> &words() const { return m_words; }
    [[nodiscard]] bool isGraphic(std::size_t index) const; ///< Whether words number @p index are.

    /// Opens the board of the incident with number @p incident.
    Q_INVOKABLE void show(qint64 incident);
    Q_INVOKABLE void close();

    /// What party number @p party says to question number @p question; valid until the board changes.
    Q_INVOKABLE dateline::BoardCell *cell(int question, int party);

    /// Whether the words of @p claim answer question number @p question.
    Q_INVOKABLE [[nodiscard]] bool answers(qint64 claim, int question) const;

    /// Makes the words of @p claim answer question number @p question, or no longer; the last one stays.
    Q_INVOKABLE void toggleAnswer(qint64 claim, int question);

    /// Lets the words of @p claim tell again what they answer.
    Q_INVOKABLE void forgetAnswers(qint64 claim);

Q_SIGNALS:
    void changed();

private:
    void load();
    void setAbout(const BoardWords &words, Questions about);
    [[nodiscard]] const BoardWords *find(qint64 claim) const;

    CaseStore *m_store;
    Veil *m_veil;
    bool m_open = false;
    Incident m_incident;
    std::vector<BoardWords> m_words;
    std::vector<bool> m_graphic; ///< By words.
    ClaimBoard m_board;
    std::vector<std::unique_ptr<BoardCell>> m_cells; ///< Row by row.
};

} // namespace dateline
