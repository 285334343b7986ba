#pragma once

#include "domain/document.h"
#include "sources/readsources.h"
#include "ui/casestore.h"
#include "ui/places.h"

#include <QObject>
#include <QUrl>
#include <QtQmlIntegration>

#include <functional>
#include <memory>
#include <stop_token>

namespace dateline
{

/// “Read a document”: takes a file or a text in, asks what it cannot know, and adds it to the case.
class Intake : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The session has it")
    Q_PROPERTY(State state READ state NOTIFY changed)
    Q_PROPERTY(QString title READ title WRITE setTitle NOTIFY changed)
    Q_PROPERTY(QString publisher READ publisher WRITE setPublisher NOTIFY changed)
    Q_PROPERTY(QString address READ address WRITE setAddress NOTIFY changed)
    Q_PROPERTY(QString published READ published WRITE setPublished NOTIFY changed)
    Q_PROPERTY(QString zone READ zone WRITE setZone NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(QString opening READ opening NOTIFY changed)
    Q_PROPERTY(QString measure READ measure NOTIFY changed)

public:
    enum State { Closed, Asking, Reading, Ready, Keeping };
    Q_ENUM(State)

    Intake(CaseStore *store, Places *places, QObject *parent = nullptr);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] QString title() const { return m_document.title; }
    void setTitle(const QString &title);
    [[nodiscard]] QString publisher() const { return m_document.publisher; }
    void setPublisher(const QString &publisher);
    [[nodiscard]] QString address() const { return m_document.address; }
    void setAddress(const QString &address);
    [[nodiscard]] QString published() const { return m_published; }
    void setPublished(const QString &published);
    [[nodiscard]] QString zone() const { return m_zone; }
    void setZone(const QString &zone);
    [[nodiscard]] QString problem() const { return m_problem; } ///< Why it cannot go on, in a sentence.
    [[nodiscard]] QString opening() const; ///< The text's first words.
    [[nodiscard]] QString measure() const; ///< “1,412 characters”.

    /// Opens the dialog with nothing in it yet.
    Q_INVOKABLE void ask();
    Q_INVOKABLE void takeFile(const QUrl &file);
    Q_INVOKABLE void takeText(const QString &text);
    Q_INVOKABLE void takeClipboard();

    /// Adds the document to the case; its proposals follow.
    Q_INVOKABLE void confirm();
    Q_INVOKABLE void cancel();

Q_SIGNALS:
    void changed();
    void added(qint64 document);
    void severalFound(const QUrl &file); ///< It holds more than one document, or not all of it could be read.

private:
    /// Reads in the worker; @p file, where it comes from one.
    void readIn(std::function<SourcesRead(const std::stop_token &)> make, const QUrl &file);
    void settle(SourcesRead read, const QUrl &file);
    void settleKept(const std::optional<Changed> &done);

    CaseStore *m_store;
    Places *m_places;
    State m_state = Closed;
    Document m_document;
    QString m_published;
    QString m_zone;
    QString m_problem;
    std::shared_ptr<std::stop_source> m_stop; ///< Of the reading that goes on.
};

} // namespace dateline
