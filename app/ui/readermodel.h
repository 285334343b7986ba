#pragma once

#include "ui/casestore.h"
#include "ui/look.h"
#include "ui/selection.h"
#include "ui/veil.h"

#include <QAbstractListModel>
#include <QQuickTextDocument>
#include <QSyntaxHighlighter>
#include <QtQmlIntegration>

#include <vector>

namespace dateline
{

/// The open document as paragraphs, so that a long text costs no more than what is on the screen.
class ReaderModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The session has it")
    Q_PROPERTY(QString name READ name NOTIFY documentChanged)
    Q_PROPERTY(QString origin READ origin NOTIFY documentChanged)
    Q_PROPERTY(QString address READ address NOTIFY documentChanged)
    Q_PROPERTY(QString fingerprint READ fingerprint NOTIFY documentChanged)
    Q_PROPERTY(int markedRow READ markedRow NOTIFY marksChanged)
    Q_PROPERTY(QString markedWords READ markedWords NOTIFY marksChanged)
    Q_PROPERTY(bool hasLostQuote READ hasLostQuote NOTIFY marksChanged)
    Q_PROPERTY(bool hidden READ isHidden NOTIFY documentChanged)

public:
    enum Role { TextRole = Qt::UserRole, PageRole };

    /// Words to set off in one paragraph, in UTF-16 units of it.
    struct Mark
    {
        TextSpan span;
        bool selected = false; ///< The ones that were asked for; the others are the document's other quotes.
    };

    ReaderModel(CaseStore *store, Selection *selection, Veil *veil, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    /// Takes @p document and shows it with @p quotes marked.
    void setDocument(Document document, const std::vector<Quote> &quotes);

    /// Sets @p span off; none: nothing.
    void setSelected(std::optional<TextSpan> span);

    /// Sets off what the proposal under review rests on: the first of @p spans as what is asked for, the others faintly.
    void setProposed(std::vector<TextSpan> spans);

    [[nodiscard]] const Document &document() const { return m_document; }
    [[nodiscard]] QString name() const { return nameOf(m_document); }
    [[nodiscard]] QString origin() const;
    [[nodiscard]] QString address() const { return m_document.address; }
    [[nodiscard]] QString fingerprint() const;
    [[nodiscard]] int markedRow() const;
    [[nodiscard]] QString markedWords() const;
    [[nodiscard]] bool hasLostQuote() const { return m_lost; }
    [[nodiscard]] bool isHidden() const { return m_hidden; } ///< Graphic words: the text is kept back until asked for.
    [[nodiscard]] std::vector<Mark> marksIn(int row) const;

    /// Where units @p begin to @p end of paragraph @p row stand in the document.
    [[nodiscard]] TextSpan documentSpan(int row, int begin, int end) const;

    /// Where paragraph @p row stands in the document, and the paragraph that @p position is in or after; −1: before all.
    [[nodiscard]] TextSpan paragraph(int row) const;
    [[nodiscard]] int rowAt(qsizetype position) const;

Q_SIGNALS:
    void documentChanged();
    void marksChanged();
    void showAsked(); ///< What is set off is to be brought into view; the top if nothing is.

private:
    void load();
    void setQuotes(const std::vector<Quote> &quotes);
    void split();
    [[nodiscard]] QString pageText(qsizetype position) const; ///< “Page 2”; empty without pages.
    void veil();
    void follow(const Changed &changed);

    CaseStore *m_store;
    Selection *m_selection;
    Veil *m_veil;
    Document m_document;
    std::vector<TextSpan> m_paragraphs;
    std::vector<qsizetype> m_pageEnds; ///< Where pages end, for documents that have pages.
    std::vector<TextSpan> m_quotes;
    std::vector<TextSpan> m_proposed; ///< Besides m_selected.
    std::optional<TextSpan> m_selected;
    bool m_hidden = false;
    bool m_lost = false; ///< The selected quote's words do not stand at its position.
};

/// Sets off the marked words in the TextEdit that shows one paragraph.
class ParagraphMarks : public QSyntaxHighlighter
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QQuickTextDocument *target READ target WRITE setTarget NOTIFY targetChanged REQUIRED)
    Q_PROPERTY(dateline::ReaderModel *reader READ reader WRITE setReader NOTIFY targetChanged REQUIRED)
    Q_PROPERTY(dateline::Look *look READ look WRITE setLook NOTIFY targetChanged REQUIRED)
    Q_PROPERTY(int row READ row WRITE setRow NOTIFY targetChanged REQUIRED)

public:
    explicit ParagraphMarks(QObject *parent = nullptr);

    [[nodiscard]] QQuickTextDocument *target() const { return m_target; }
    void setTarget(QQuickTextDocument *target);
    [[nodiscard]] ReaderModel *reader() const { return m_reader; }
    void setReader(ReaderModel *reader);
    [[nodiscard]] Look *look() const { return m_look; }
    void setLook(Look *look);
    [[nodiscard]] int row() const { return m_row; }
    void setRow(int row);

Q_SIGNALS:
    void targetChanged();

protected:
    void highlightBlock(const QString &text) override;

private:
    QQuickTextDocument *m_target = nullptr;
    ReaderModel *m_reader = nullptr;
    Look *m_look = nullptr;
    int m_row = -1;
};

} // namespace dateline
