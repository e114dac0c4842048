"""What reports of meetings head their columns and sections with, in eleven languages: data.

Every phrase is the whole of a header; case, accents, spaces and marks do not matter. What lists of
people say too (names, addresses, times in a session) stands in ``column_words``.
"""

from __future__ import annotations

from enum import StrEnum

from cpd_desktop.domain.attendance.presences import Origin, Role
from cpd_desktop.domain.column_words import Field


class Column(StrEnum):
    """What a column of a report tells: of a person's stay, or of the meeting."""

    NAME = "name"
    FIRST_NAME = "first_name"
    LAST_NAME = "last_name"
    ORIGINAL_NAME = "original_name"
    EMAIL = "email"
    DAY = "day"
    JOINED = "joined"
    LEFT = "left"
    DURATION = "duration"
    GUEST = "guest"
    WAITING = "waiting"
    CONSENT = "consent"
    ATTENDED = "attended"
    SIGNATURE = "signature"
    ROLE = "role"
    ACTION = "action"
    REGISTRANT = "registrant"
    ACCOUNT = "account"
    CONNECTION = "connection"
    DEVICE = "device"
    PHONE = "phone"
    REFERENCE = "reference"
    ROOM = "room"
    MEETING = "meeting"
    TOPIC = "topic"
    STARTS = "starts"
    ENDS = "ends"
    PARTICIPANTS = "participants"
    HOST_NAME = "host_name"
    HOST_EMAIL = "host_email"


OF_LISTS = {
    Field.FULL_NAME: Column.NAME,
    Field.FIRST_NAME: Column.FIRST_NAME,
    Field.LAST_NAME: Column.LAST_NAME,
    Field.ORIGINAL_NAME: Column.ORIGINAL_NAME,
    Field.EMAIL: Column.EMAIL,
    Field.JOIN_TIME: Column.JOINED,
    Field.LEAVE_TIME: Column.LEFT,
    Field.DURATION: Column.DURATION,
    Field.GUEST: Column.GUEST,
    Field.IN_WAITING_ROOM: Column.WAITING,
    Field.RECORDING_CONSENT: Column.CONSENT,
    Field.ATTENDED: Column.ATTENDED,
    Field.PHONE: Column.PHONE,
    Field.REFERENCE: Column.REFERENCE,
}

# Per column, the lines are: English, German, French, Spanish, Portuguese, Italian, Dutch, Polish,
# Turkish, Japanese, Chinese (simplified and traditional).
PHRASES: dict[Column, str] = {
    Column.NAME: """
        guest name | participant full name | name des teilnehmers | nome do participante
        | nombre del participante | participant | nazwa użytkownika | 表示名 | 出席者名
        | 名称 | 名稱 | 参会者姓名 | 用户名称 | 使用者名稱
    """,
    Column.ORIGINAL_NAME: """
        original | original display name | originaler name | nom original | d origine
        | oryginalna nazwa | orijinal adi | オリジナル名
        | オリジナルの名前 | 原始姓名 | 原姓名 | 原始名
    """,
    Column.EMAIL: """
        attendee email | participant email | user e mail | email id
        benutzer e mail | e mail des benutzers
        e mail de l utilisateur | adresse e mail de l utilisateur | e mail
        correo electrónico del usuario | email del usuario
        e mail do usuário | email do usuário
        e mail utente | email utente | email dell utente
        e mail van gebruiker | e mailadres gebruiker
        adres e mail użytkownika | e mail użytkownika
        kullanici e postasi | kullanici e posta
        ユーザーのメール | ユーザーのメールアドレス | メールアドレス
        用户邮箱 | 用户电子邮件 | 使用者電子郵件 | 用户邮件
        courriel de l utilisateur | e mail de l utilisateur | mail | ユーザーの e メール | e メール
        用户邮箱地址 | 邮箱地址 | 使用者電子郵件地址 | 電子郵件地址 | 电子邮件地址
    """,
    Column.DAY: """
        date | day | session date | meeting date
        datum
        jour
        fecha | día
        data | dia
        giorno
        dag
        dzień
        tarih | gün
        日付 | 日にち
        日期
    """,
    Column.JOINED: """
        join | time joined | first join time | join date time | joined time | sign in time
        | time of arrival | arrival | arrived | sign in | check in | signed in | arrival time | in
        erster beitritt | beitritt | beigetreten | teilnahme um | beitrittsuhrzeit | beitritt um
        | ankunft | gekommen | kommen | beginn der teilnahme
        première participation | première connexion | arrivée | heure d adhésion | rejoint à
        | heure de connexion
        primera entrada | primera unión | llegada | hora de llegada | entrada | hora de conexión
        | hora para unirse
        primeira entrada | primeiro ingresso | chegada | hora de chegada | hora em que entrou
        primo accesso | arrivo | ora di arrivo | entrata | prima partecipazione | ora accesso
        | ora ingresso | orario di ingresso
        eerste deelname | aankomst | tijdstip van deelname | deelgenomen om | toetredingstijd
        pierwsze dołączenie | przyjście | godzina przyjścia | data dołączenia
        ilk katilma | ilk katilim | geliş | giriş | giriş saati | katilma tarihi
        最初の参加 | 初回参加 | 到着 | 入室 | 参加した時間 | 入室時間 | 受付時刻
        首次加入 | 首次加入时间 | 首次加入時間 | 加入时刻 | 签到时间 | 簽到時間 | 入会时间
        | 到达时间
        zeit des beitritts | zeitpunkt des beitritts | eintrittszeit | eintritt | beginn teilnahme
        heure de jonction | heure à laquelle l utilisateur a rejoint | rejoint
        hora de unirse | hora de incorporación | se unió a las | se unió
        hora de adesão | ingressou em | entrou em | horário de ingresso
        ora di adesione | ora di connessione | orario di accesso | ora partecipazione
        deelnametijdstip | inlogtijd | toegetreden om | tijd van toetreding
        czas przystąpienia | dołączono | godzina wejścia | czas wejścia
        giriş zamani | katilim tarihi | katildiği saat
        入室日時 | 参加開始時刻 | 参加時間帯
        进入会议时间 | 入会时间 | 加入会议时间 | 加入會議時間 | 進入時間 | 入會時間
    """,
    Column.LEFT: """
        leave | time exited | last leave time | leave date time | sign out time | left time
        | time of departure | departure | departed | sign out | check out | signed out
        | departure time | out | exit time
        letztes verlassen | verlassen | letzter austritt | austritt | austrittsuhrzeit | abgang
        | gegangen | gehen | verlassen am | ende der teilnahme | endzeit der teilnahme
        dernier départ | départ | dernière sortie | quitté à | sortie
        | heure de fin de participation
        última salida | salida | hora de desconexión | hora para salir
        última saída | saída | hora em que saiu | hora da saída
        ultima uscita | uscita | ora uscita | orario di uscita | ultimo abbandono
        laatste vertrek | vertrek | vertrokken om | tijdstip van vertrek | verlaattijd
        ostatnie opuszczenie | ostatnie wyjście | wyjście | godzina wyjścia | data opuszczenia
        son ayrilma | son ayriliş | ayriliş | çikiş | çikiş saati | ayrilma tarihi
        最後の退出 | 最終退出 | 退出 | 退室 | 退出した時間 | 退室時間
        上次离开 | 最后离开 | 最后离开时间 | 最後離開時間 | 上次離開 | 签退时间 | 簽退時間
        | 离会时间
        beendigungszeit | verlassenszeit | verlassenzeit | zeit des verlassens
        | zeitpunkt des austritts
        heure de sortie de réunion | heure à laquelle l utilisateur est parti | quitté
        hora de abandono | abandonó a las | salió a las | salió
        saiu em | hora de sair | horário de saída
        ora di disconnessione | ora uscita | orario uscita
        tijd van verlaten | vertrektijdstip | uitlogtijd | verlaten om
        godzina opuszczenia | opuszczono | czas zakończenia udziału | godzina odejścia
        çikiş zamani | ayriliş saati | ayriliş zamani | ayrildiği saat
        退室日時 | 退出日時 | 参加終了時刻
        离会时间 | 离开会议时间 | 離開會議時間 | 退出时间 | 退出時間 | 離會時間
    """,
    Column.DURATION: """
        in meeting duration | meeting duration | actual duration minutes | attendance duration
        | duration mins | duration seconds
        | total time | time in session minutes | time in meeting minutes | total duration minutes
        besprechungsdauer | dauer in besprechung | dauer in der besprechung | dauer minuten
        | gesamtdauer minuten | zeit in der sitzung | zeit in der sitzung minuten
        | dauer der teilnahme
        | dauer der besprechungsteilnahme
        durée de la réunion | durée dans la réunion | durée minutes | durée totale minutes
        | temps passé en session minutes | temps dans la session minutes | durée de participation
        duración en la reunión | duración de la reunión | duración minutos
        | duración total minutos
        | tiempo en la sesión minutos | tiempo en sesión minutos
        duração na reunião | duração da reunião | duração minutos | duração total minutos
        | tempo na sessão minutos
        durata nella riunione | durata riunione | durata minuti | durata totale minuti
        | tempo nella sessione minuti | tempo in sessione minuti
        duur in vergadering | duur van vergadering | duur minuten | totale duur minuten
        | tijd in sessie minuten | vergaderduur
        czas trwania spotkania | czas na spotkaniu | czas trwania minuty | czas trwania w minutach
        | łączny czas trwania minuty | całkowity czas trwania minuty | czas w sesji minuty
        toplanti içi süre | toplanti süresi | süre dakika | toplam süre dakika
        | oturumdaki süre dakika
        会議の所要時間 | 会議の期間 | 期間 分 | 時間 分 | 合計時間 分 | 合計期間 分 | 所要時間 分
        | 参加時間 分
        | セッションの時間 分 | セッション時間 分
        会议持续时间 | 会议时长 | 會議持續時間 | 时长 分钟 | 持续时间 分钟 | 持續時間 分鐘
        | 時長 分鐘 | 总时长 分钟
        | 总持续时间 分钟 | 總持續時間 分鐘 | 会话时间 分钟 | 在会话中的时间 分钟 | 時間 分鐘
    """,
    Column.WAITING: """
        in the waiting room | im wartebereich | wachtruimte | w poczekalni | 待機室内 | 在等候室内
    """,
    Column.CONSENT: """
        recording consent response | recording disclaimer
        antwort auf aufzeichnungshinweis | aufzeichnungshinweis
        réponse à l avis d enregistrement | avis d enregistrement
        respuesta al aviso de grabación | resposta ao aviso de gravação
        risposta all avviso di registrazione | reactie op opnamedisclaimer
        odpowiedź na informację o nagrywaniu | kayit sorumluluk reddi yaniti
        レコーディングの免責事項への回答 | 录制免责声明响应 | 錄製免責聲明回應
    """,
    Column.ATTENDED: """
        was present | showed up | in attendance
        teilnahme | erschienen | a assisté | participation | asistió | asistió sí no | ha asistido
        compareceu | partecipato | ha partecipato | heeft deelgenomen | bijgewoond | uczestnictwo
        | wziął udział | katildi mi | 出席済み | 出席状況 | 参加済み | 已出席 | 是否参加
        | 出席情况
    """,
    Column.SIGNATURE: """
        signature | signed | initials | unterschrift | firma del participante | assinatura
        | émargement | handtekening | podpis | imza | 署名 | サイン | 签名 | 签字 | 簽名
    """,
    Column.ROLE: """
        role | attendee type | rolle | rôle | rol | función | papel | função | ruolo | rola | 役割
        | ロール | 角色
    """,
    Column.ACTION: """
        user action | benutzeraktion | action de l utilisateur | acción del usuario
        | ação do usuário | azione utente | gebruikersactie | akcja użytkownika
        | kullanici eylemi | ユーザー操作 | 用户操作
    """,
    Column.REGISTRANT: "registrant id | registrantenid | registrant key",
    Column.ACCOUNT: """
        participant id upn | teilnehmer id upn | id du participant upn | id de participante upn
        | id participante upn | id do participante upn | id partecipante upn | deelnemer id upn
        | identyfikator uczestnika upn | katilimci kimliği upn | 参加者 id upn | 参与者 id upn
        | 參與者 id upn | upn | customer key | user principal name
    """,
    Column.CONNECTION: "user id | participant id | participant uuid | connection id",
    Column.DEVICE: "device | device type | client | gerät | appareil | dispositivo | apparaat",
    Column.PHONE: "phone | phone number | caller number | call in number",
    Column.ROOM: "breakout room | breakout room name | room name | room | gruppenraum",
    Column.MEETING: """
        meeting id | webinar id | meeting number | meeting code | conference id
        besprechungs id | meeting kennung
        id de réunion | id de la réunion | id du webinaire | numéro de réunion
        id de reunión | id de la reunión | id del seminario web | id de seminario web
        id da reunião | id de reunião | id do webinar | id do webinário
        id riunione | id della riunione | id webinar
        vergaderings id | vergadering id | meeting id
        identyfikator spotkania | id spotkania | id webinaru
        toplanti kimliği | toplanti no | web semineri kimliği | toplanti id
        ミーティング id | ミーティングid | 会議 id | ウェビナー id
        会议号 | 会议 id | 会议id | 會議 id | 網絡研討會 id | 网络研讨会 id
    """,
    Column.TOPIC: """
        topic | meeting title | meeting name | meeting topic
        thema | besprechungstitel | titel der besprechung | besprechungsthema
        sujet | titre de la réunion | rubrique
        tema | título de la reunión
        tópico | título da reunião | assunto
        argomento | titolo riunione | titolo della riunione
        onderwerp | titel van vergadering | vergadertitel | titel vergadering
        temat | tytuł spotkania
        konu | toplanti başliği
        トピック | 会議のタイトル | 会議タイトル | 議題
        主题 | 会议主题 | 会议标题 | 會議標題 | 主題
    """,
    Column.STARTS: """
        start time | meeting start time | actual start time | started at | session start time
        startzeit | startzeitpunkt | beginn | tatsächliche startzeit | startuhrzeit
        | beginn der besprechung
        heure de début | heure de début réelle | début
        hora de inicio | hora de inicio real | hora de comienzo | inicio
        hora de início | horário de início | hora de início real | início
        ora di inizio | ora inizio | ora di inizio effettiva | inizio
        begintijd | starttijd | werkelijke starttijd
        godzina rozpoczęcia | czas rozpoczęcia | rzeczywista godzina rozpoczęcia
        başlangiç saati | başlangiç zamani | başlama zamani | gerçek başlangiç saati
        開始時刻 | 開始時間 | 開始日時 | 実際の開始時刻
        开始时间 | 實際開始時間 | 实际开始时间 | 開始時間
    """,
    Column.ENDS: """
        end time | meeting end time | actual end time | ended at | session end time
        endzeit | endzeitpunkt | ende | enduhrzeit | ende der besprechung
        heure de fin | fin
        hora de finalización | hora de fin | fin
        hora de término | hora de fim | horário de término | término | fim
        ora di fine | ora fine | fine
        eindtijd
        godzina zakończenia | czas zakończenia
        bitiş saati | bitiş zamani
        終了時刻 | 終了時間 | 終了日時
        结束时间 | 結束時間
    """,
    Column.PARTICIPANTS: """
        participants | attended participants | total number of participants | total users
        | unique viewers | max concurrent views | participants count
        | total participants
        teilgenommene teilnehmer | anwesende teilnehmer | gesamtzahl der teilnehmer
        | durchschnittliche anwesenheitszeit
        participants ayant assisté | nombre total de participants
        participantes | participantes que asistieron | número total de participantes
        número total de participantes | participantes que compareceram
        partecipanti | partecipanti presenti | numero totale di partecipanti
        deelnemers | aantal deelnemers | aanwezige deelnemers | totaal aantal deelnemers
        uczestnicy | liczba uczestników | łączna liczba uczestników
        katilimcilar | katilimci sayisi | katilan katilimcilar
        参加者 | 参加者数 | 参加者の合計数
        参会人数 | 参加者数 | 与会者人数 | 參與者 | 与会人数 | 与会者总数
    """,
    Column.HOST_NAME: "host | host name | organizer | organiser | gastgeber | hôte | anfitrión",
    Column.HOST_EMAIL: "host email | organizer email | e mail des gastgebers",
}

# Beside one of these “Firma” is a signature; elsewhere it is a company.
BESIDE_FIRMA = """
    nombre | nombres | apellido | apellidos | nombre completo | nombre y apellidos | cognome
    | nome e cognome | cognome e nome | nominativo | nome completo | participante | partecipante
"""

# Headers that only one program writes; the first of these origins that is found is it.
MARKS = {
    Origin.ZOOM_WEBINAR: "webinar id | time in session minutes",
    Origin.TEAMS: """
        participant id upn | in meeting duration | first join | last leave | meeting title
        | teilnehmer id upn | id du participant upn | id de participante upn | id participante upn
        | id do participante upn | id partecipante upn | deelnemer id upn
        | identyfikator uczestnika upn | katilimci kimliği upn | 参加者 id upn | 参与者 id upn
    """,
    Origin.WEBEX: """
        attendance duration | connection type | meeting number | session start time
        | attendee email
    """,
    Origin.MEET: "time joined | time exited | meeting code",
    Origin.SIGN_IN_SHEET: """
        signature | signed | initials | sign in | sign out | time in | time out | arrival
        | departure | unterschrift | émargement | assinatura | handtekening | podpis
        | imza
        | 署名 | 签名 | 簽名 | 签到时间 | ankunft | check in | check out
    """,
}

# Parts of a section's title or of a person's role; the first role one of whose parts is found.
# In Teams everybody presents unless somebody changes it, so a presenter is nobody special.
ROLES = {
    Role.COHOST: """
        cohost coorgan mitorgan alternativehost alternativerhost coanfitri coanimat coospit wspol
        ortaksunucu 共同 联席 聯席
    """,
    Role.PANELIST: """
        panelist podium diskussionsteil intervenant relator panellid panelisci panelistow prelegent
        パネリスト 嘉宾 嘉賓 研讨 小组成员 與談 座談
    """,
    Role.HOST: """
        host gastgeber hote animateur anfitri ospitante gospodarz sahibi organi duzenle
        ホスト 主持 主催 開催者 组织者 組織者 召集
    """,
    Role.ATTENDEE: """
        attendee teilnehm participant asistente partecip deelnem uczestni katilimci assistente
        other 参加者 出席者 视聴者 視聴者 与会者 與會者 参会 观众 觀眾 参与者 參與者
    """,
}

YES = """
    yes y true x 1 ✓ ✔ ☑ present attended ja j da anwesend oui o présent sí si presente sim sì s
    tak t obecny evet e var はい ○ ◯ 出席 是 有 对 已出席 wahr vrai verdadero verdadeiro vero waar
    prawda doğru aanwezig
"""
NO = """
    falsch
    no n false 0 ✗ ✘ ☐ absent nein nicht abwesend non não nao nee nie hayir yok いいえ 欠席 否
    没有 缺席 未出席 faux falso onwaar fałsz yanlis ausente assente afwezig nieobecny
"""
# What stands where nothing is known.
NOTHING = frozenset({"", "-", "--", "---", "—", "–", "n/a"})  # noqa: RUF001 - dashes as written

HOURS = """
    h hr hrs hour hours std stunde stunden heure heures hora horas ora ore uur uren u g godz godzina
    godziny godzin sa saat 時間 小时 小時 时 時
"""
MINUTES = """
    m min mins minute minutes minuten minuto minutos minuti minuut minuta minuty minut dk dakika
    分 分钟 分鐘 分間
"""
SECONDS = """
    s sec secs second seconds sek sekunde sekunden seconde secondes segundo segundos seg secondo
    secondi seconden sekunda sekundy sekund sn saniye 秒 秒钟 秒鐘
"""
