#pragma once

#include "base/ids.h"

#include <QObject>
#include <QString>
#include <QtQmlIntegration>

#include <set>

namespace dateline
{

/// Hides graphic words until they are asked for, each for itself, and remembers that no longer than the window is open.
class Veil : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The session has it")

public:
    using QObject::QObject;

    [[nodiscard]] bool hides(QuoteId quote, bool graphic) const { return graphic && !m_quotes.contains(quote); }
    [[nodiscard]] bool hides(DocumentId document, bool graphic) const
    {
        return graphic && !m_documents.contains(document);
    }
    [[nodiscard]] bool hides(const QString &proposalKey, bool graphic) const
    {
        return graphic && !m_proposals.contains(proposalKey);
    }

    Q_INVOKABLE void showQuote(qint64 quote);
    Q_INVOKABLE void showDocument(qint64 document);
    void showProposal(const QString &proposalKey);

    /// Hides everything again, for another case.
    void forget();

Q_SIGNALS:
    void changed();

private:
    std::set<QuoteId> m_quotes;
    std::set<DocumentId> m_documents;
    std::set<QString> m_proposals;
};

} // namespace dateline
