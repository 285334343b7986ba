pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic

/** Somebody's words about the incident; a click opens the source at them, a menu says what they do for it. */
ItemDelegate {
    id: root

    required property real quote
    required property real document
    required property string words
    required property string speaker
    required property string stance
    required property string source
    required property bool matches
    required property real claim
    required property int stanceIndex
    required property bool hidden
    required property Session session
    readonly property Look look: root.session.look
    readonly property bool rightToLeft: quoted.effectiveHorizontalAlignment === Text.AlignRight
    property color barColour: root.palette.mid
    property bool focusShown: false

    objectName: "quoteCard"
    height: column.implicitHeight + 8
    padding: 0
    Accessible.name: root.hidden
                     ? qsTr("%1 %2: graphic content, hidden").arg(root.speaker).arg(root.stance)
                     : qsTr("%1 %2: %3. Open the source at these words.").arg(root.speaker).arg(root.stance).arg(root.words)
    Keys.onMenuPressed: menu.popup(root, 16, 28)

    background: Rectangle {
        anchors.fill: parent
        anchors.margins: -8
        radius: 6
        color: root.hovered ? Qt.alpha(root.palette.windowText, 0.045) : "transparent"
        border.width: root.focusShown || root.visualFocus ? 2 : 0
        border.color: root.palette.accent
    }
    contentItem: Item {
        Rectangle {
            x: root.rightToLeft ? parent.width - width : 0
            width: 3
            height: parent.height
            radius: 1.5
            color: root.barColour
        }
        Column {
            id: column

            x: root.rightToLeft ? 0 : 16
            y: 4
            width: parent.width - 16
            spacing: 4

            Words {
                width: parent.width - more.width
                text: qsTr("%1 · %2").arg(root.speaker).arg(root.stance)
                font.weight: Font.DemiBold
                wrapMode: Text.Wrap
            }
            GraphicCover {
                objectName: "graphicCover"
                visible: root.hidden
                width: parent.width
                onClicked: root.session.grading.showQuote(root.quote)
            }
            Words {
                id: quoted

                visible: !root.hidden
                width: parent.width
                text: qsTr("“%1”").arg(root.words)
                font.family: "Noto Serif"
                font.pixelSize: 16
                lineHeight: 1.2
                wrapMode: Text.Wrap
            }
            Words {
                width: parent.width
                topPadding: 2
                text: root.source
                muted: true
                font.pixelSize: 12
                wrapMode: Text.Wrap
            }
            Words {
                width: parent.width
                text: root.matches ? qsTr("Matches the source exactly") : qsTr("The source has other words here now")
                color: root.matches ? root.look.good : root.look.warning
                font.pixelSize: 12
                wrapMode: Text.Wrap
            }
        }
    }
    IconButton {
        id: more

        objectName: "moreOfClaim"
        anchors.right: parent.right
        y: -2
        implicitWidth: 28
        implicitHeight: 26
        name: qsTr("What these words do for the incident")
        enabled: !root.session.readOnly
        icon.source: "qrc:/qt/qml/Dateline/Ui/icons/more.svg"
        onClicked: menu.popup(more, more.width - menu.width, more.height + 2)
    }
    HoverHandler {
        cursorShape: Qt.PointingHandCursor
    }

    AppMenu {
        id: menu

        Instantiator {
            model: root.session.grading.stanceNames
            delegate: AppMenuItem {
                required property string modelData
                required property int index

                text: index === root.stanceIndex ? qsTr("✓ These words: %1").arg(modelData)
                                                 : qsTr("These words: %1").arg(modelData)
                onTriggered: root.session.grading.setStance(root.claim, index)
            }
            onObjectAdded: (index, object) => menu.insertItem(index, object as Item)
            onObjectRemoved: (index, object) => menu.removeItem(object as Item)
        }
        AppMenuLine {}
        AppMenuItem {
            text: qsTr("Take them off this incident")
            onTriggered: root.session.grading.removeClaim(root.claim)
        }
    }
}
