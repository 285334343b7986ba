import QtQuick

/** One sentence about what went wrong or was done, until it is dismissed. */
Rectangle {
    id: root

    required property Session session

    visible: root.session.notice.length > 0
    implicitWidth: sentence.implicitWidth + 72
    implicitHeight: Math.max(44, sentence.implicitHeight + 20)
    radius: 8
    color: root.palette.base
    border.width: 1
    border.color: root.palette.mid
    Accessible.role: Accessible.AlertMessage
    Accessible.name: sentence.text

    Words {
        id: sentence

        anchors.left: parent.left
        anchors.leftMargin: 16
        anchors.right: dismiss.left
        anchors.rightMargin: 8
        anchors.verticalCenter: parent.verticalCenter
        text: root.session.notice
        wrapMode: Text.Wrap
    }
    IconButton {
        id: dismiss

        anchors.right: parent.right
        anchors.rightMargin: 8
        anchors.verticalCenter: parent.verticalCenter
        name: qsTr("Dismiss")
        icon.source: "qrc:/qt/qml/Dateline/Ui/icons/close.svg"
        onClicked: root.session.dismissNotice()
    }
}
