using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace SrmPortal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Accounts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    UserName = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    NormalizedUserName = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    NormalizedEmail = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    NewEmail = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    FullName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Phone = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    Position = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Language = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    TimeZone = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    IsStaff = table.Column<bool>(type: "INTEGER", nullable: false),
                    AccessSentAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    LastSignInAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Accounts", x => x.Id);
                    table.CheckConstraint("CK_Accounts_Email_Length", "length(\"Email\") <= 254");
                    table.CheckConstraint("CK_Accounts_FullName_Length", "length(\"FullName\") <= 200");
                    table.CheckConstraint("CK_Accounts_Language_Length", "length(\"Language\") <= 2");
                    table.CheckConstraint("CK_Accounts_NewEmail_Length", "length(\"NewEmail\") <= 254");
                    table.CheckConstraint("CK_Accounts_NormalizedEmail_Length", "length(\"NormalizedEmail\") <= 254");
                    table.CheckConstraint("CK_Accounts_NormalizedUserName_Length", "length(\"NormalizedUserName\") <= 32");
                    table.CheckConstraint("CK_Accounts_Phone_Length", "length(\"Phone\") <= 50");
                    table.CheckConstraint("CK_Accounts_Position_Length", "length(\"Position\") <= 200");
                    table.CheckConstraint("CK_Accounts_State_Length", "length(\"State\") <= 32");
                    table.CheckConstraint("CK_Accounts_TimeZone_Length", "length(\"TimeZone\") <= 64");
                    table.CheckConstraint("CK_Accounts_UserName_Length", "length(\"UserName\") <= 32");
                });

            migrationBuilder.CreateTable(
                name: "Audit",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    At = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    Actor = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: true),
                    RegistrationId = table.Column<long>(type: "INTEGER", nullable: true),
                    ActingFor = table.Column<long>(type: "INTEGER", nullable: true),
                    Action = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    AggregateType = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    AggregateId = table.Column<long>(type: "INTEGER", nullable: true),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Details = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    PersonalDigests = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    RoundId = table.Column<long>(type: "INTEGER", nullable: true),
                    SecretUntilOpening = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Audit", x => x.Id);
                    table.CheckConstraint("CK_Audit_Action_Length", "length(\"Action\") <= 200");
                    table.CheckConstraint("CK_Audit_Actor_Length", "length(\"Actor\") <= 32");
                    table.CheckConstraint("CK_Audit_AggregateType_Length", "length(\"AggregateType\") <= 200");
                    table.CheckConstraint("CK_Audit_Details_Length", "length(\"Details\") <= 4000");
                    table.CheckConstraint("CK_Audit_PersonalDigests_Length", "length(\"PersonalDigests\") <= 1000");
                    table.CheckConstraint("CK_Audit_Subject_Length", "length(\"Subject\") <= 200");
                });

            migrationBuilder.CreateTable(
                name: "CalendarDays",
                columns: table => new
                {
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    IsWorking = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CalendarDays", x => x.Date);
                });

            migrationBuilder.CreateTable(
                name: "Categories",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ParentId = table.Column<long>(type: "INTEGER", nullable: true),
                    Code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    NameEn = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Path = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    NeedsCommission = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Categories", x => x.Id);
                    table.CheckConstraint("CK_Categories_Code_Length", "length(\"Code\") <= 20");
                    table.CheckConstraint("CK_Categories_Name_Length", "length(\"Name\") <= 200");
                    table.CheckConstraint("CK_Categories_NameEn_Length", "length(\"NameEn\") <= 200");
                    table.CheckConstraint("CK_Categories_Path_Length", "length(\"Path\") <= 200");
                    table.ForeignKey(
                        name: "FK_Categories_Categories_ParentId",
                        column: x => x.ParentId,
                        principalTable: "Categories",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CheckDefinitions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    NameEn = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Department = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    DepartmentEn = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    NormDays = table.Column<int>(type: "INTEGER", nullable: false),
                    Parts = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Countries = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Categories = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    IsCommission = table.Column<bool>(type: "INTEGER", nullable: false),
                    HasMeeting = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsActive = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CheckDefinitions", x => x.Id);
                    table.CheckConstraint("CK_CheckDefinitions_Categories_Length", "length(\"Categories\") <= 1000");
                    table.CheckConstraint("CK_CheckDefinitions_Code_Length", "length(\"Code\") <= 32");
                    table.CheckConstraint("CK_CheckDefinitions_Countries_Length", "length(\"Countries\") <= 1000");
                    table.CheckConstraint("CK_CheckDefinitions_Department_Length", "length(\"Department\") <= 200");
                    table.CheckConstraint("CK_CheckDefinitions_DepartmentEn_Length", "length(\"DepartmentEn\") <= 200");
                    table.CheckConstraint("CK_CheckDefinitions_Name_Length", "length(\"Name\") <= 200");
                    table.CheckConstraint("CK_CheckDefinitions_NameEn_Length", "length(\"NameEn\") <= 200");
                    table.CheckConstraint("CK_CheckDefinitions_Parts_Length", "length(\"Parts\") <= 32");
                });

            migrationBuilder.CreateTable(
                name: "DocumentRequirements",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Country = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    LegalForms = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    NameEn = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Hint = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    HintEn = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    IsMandatory = table.Column<bool>(type: "INTEGER", nullable: false),
                    HasValidity = table.Column<bool>(type: "INTEGER", nullable: false),
                    HasBlank = table.Column<bool>(type: "INTEGER", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DocumentRequirements", x => x.Id);
                    table.CheckConstraint("CK_DocumentRequirements_Country_Length", "length(\"Country\") <= 3");
                    table.CheckConstraint("CK_DocumentRequirements_Hint_Length", "length(\"Hint\") <= 400");
                    table.CheckConstraint("CK_DocumentRequirements_HintEn_Length", "length(\"HintEn\") <= 400");
                    table.CheckConstraint("CK_DocumentRequirements_Kind_Length", "length(\"Kind\") <= 32");
                    table.CheckConstraint("CK_DocumentRequirements_LegalForms_Length", "length(\"LegalForms\") <= 400");
                    table.CheckConstraint("CK_DocumentRequirements_Name_Length", "length(\"Name\") <= 200");
                    table.CheckConstraint("CK_DocumentRequirements_NameEn_Length", "length(\"NameEn\") <= 200");
                });

            migrationBuilder.CreateTable(
                name: "Files",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Token = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Size = table.Column<long>(type: "INTEGER", nullable: false),
                    Sha256 = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    StoreName = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StoredAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    RegistrationId = table.Column<long>(type: "INTEGER", nullable: true),
                    SupplierId = table.Column<long>(type: "INTEGER", nullable: true),
                    EventId = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Files", x => x.Id);
                    table.CheckConstraint("CK_Files_Kind_Length", "length(\"Kind\") <= 32");
                    table.CheckConstraint("CK_Files_Name_Length", "length(\"Name\") <= 255");
                    table.CheckConstraint("CK_Files_StoreName_Length", "length(\"StoreName\") <= 40");
                    table.CheckConstraint("CK_Files_Token_Length", "length(\"Token\") <= 32");
                });

            migrationBuilder.CreateTable(
                name: "GroupCompanies",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    NameEn = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GroupCompanies", x => x.Id);
                    table.CheckConstraint("CK_GroupCompanies_Name_Length", "length(\"Name\") <= 200");
                    table.CheckConstraint("CK_GroupCompanies_NameEn_Length", "length(\"NameEn\") <= 200");
                });

            migrationBuilder.CreateTable(
                name: "KeyRing",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Xml = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeyRing", x => x.Id);
                    table.CheckConstraint("CK_KeyRing_Name_Length", "length(\"Name\") <= 200");
                });

            migrationBuilder.CreateTable(
                name: "LegalNotices",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Edition = table.Column<int>(type: "INTEGER", nullable: false),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Russian = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    English = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LegalNotices", x => x.Id);
                    table.CheckConstraint("CK_LegalNotices_English_Length", "length(\"English\") <= 4000");
                    table.CheckConstraint("CK_LegalNotices_Kind_Length", "length(\"Kind\") <= 32");
                    table.CheckConstraint("CK_LegalNotices_Russian_Length", "length(\"Russian\") <= 4000");
                });

            migrationBuilder.CreateTable(
                name: "NumberSeries",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Last = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NumberSeries", x => x.Name);
                    table.CheckConstraint("CK_NumberSeries_Name_Length", "length(\"Name\") <= 32");
                });

            migrationBuilder.CreateTable(
                name: "Outbox",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Content = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: true),
                    ActingFor = table.Column<long>(type: "INTEGER", nullable: true),
                    AggregateId = table.Column<long>(type: "INTEGER", nullable: true),
                    RoundId = table.Column<long>(type: "INTEGER", nullable: true),
                    SecretUntilOpening = table.Column<bool>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    NextTryAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    LeaseOwner = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    LeaseUntil = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    Fault = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Outbox", x => x.Id);
                    table.CheckConstraint("CK_Outbox_Content_Length", "length(\"Content\") <= 4000");
                    table.CheckConstraint("CK_Outbox_Fault_Length", "length(\"Fault\") <= 200");
                    table.CheckConstraint("CK_Outbox_Kind_Length", "length(\"Kind\") <= 200");
                    table.CheckConstraint("CK_Outbox_LeaseOwner_Length", "length(\"LeaseOwner\") <= 200");
                    table.CheckConstraint("CK_Outbox_State_Length", "length(\"State\") <= 32");
                });

            migrationBuilder.CreateTable(
                name: "Registrations",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 8, nullable: true),
                    StartKey = table.Column<Guid>(type: "TEXT", nullable: false),
                    AddressConfirmedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    Content = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    CompanyName = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Country = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    TaxKey = table.Column<string>(type: "TEXT", maxLength: 35, nullable: false),
                    BranchKpp = table.Column<string>(type: "TEXT", maxLength: 9, nullable: false),
                    SearchText = table.Column<string>(type: "TEXT", maxLength: 1200, nullable: false),
                    StartedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    TouchedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    SubmittedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    StartRevision = table.Column<int>(type: "INTEGER", nullable: false),
                    DetailsRevision = table.Column<int>(type: "INTEGER", nullable: false),
                    PeopleRevision = table.Column<int>(type: "INTEGER", nullable: false),
                    CategoriesRevision = table.Column<int>(type: "INTEGER", nullable: false),
                    DocumentsRevision = table.Column<int>(type: "INTEGER", nullable: false),
                    OpenParts = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    CorrectionDue = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    ChangedParts = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Sendings = table.Column<int>(type: "INTEGER", nullable: false),
                    RemindedOfExpiry = table.Column<int>(type: "INTEGER", nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    Consents = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    MailsAsked = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    Applicant_Email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    Applicant_FirstName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Applicant_Language = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    Applicant_LastName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Applicant_MiddleName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Registrations", x => x.Id);
                    table.CheckConstraint("CK_Registrations_Applicant_Email_Length", "length(\"Applicant_Email\") <= 254");
                    table.CheckConstraint("CK_Registrations_Applicant_FirstName_Length", "length(\"Applicant_FirstName\") <= 100");
                    table.CheckConstraint("CK_Registrations_Applicant_Language_Length", "length(\"Applicant_Language\") <= 8");
                    table.CheckConstraint("CK_Registrations_Applicant_LastName_Length", "length(\"Applicant_LastName\") <= 100");
                    table.CheckConstraint("CK_Registrations_Applicant_MiddleName_Length", "length(\"Applicant_MiddleName\") <= 100");
                    table.CheckConstraint("CK_Registrations_BranchKpp_Length", "length(\"BranchKpp\") <= 9");
                    table.CheckConstraint("CK_Registrations_ChangedParts_Length", "length(\"ChangedParts\") <= 32");
                    table.CheckConstraint("CK_Registrations_CompanyName_Length", "length(\"CompanyName\") <= 400");
                    table.CheckConstraint("CK_Registrations_Country_Length", "length(\"Country\") <= 2");
                    table.CheckConstraint("CK_Registrations_Number_Length", "length(\"Number\") <= 8");
                    table.CheckConstraint("CK_Registrations_OpenParts_Length", "length(\"OpenParts\") <= 32");
                    table.CheckConstraint("CK_Registrations_SearchText_Length", "length(\"SearchText\") <= 1200");
                    table.CheckConstraint("CK_Registrations_State_Length", "length(\"State\") <= 32");
                    table.CheckConstraint("CK_Registrations_TaxKey_Length", "length(\"TaxKey\") <= 35");
                });

            migrationBuilder.CreateTable(
                name: "SecretLinks",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    SubjectId = table.Column<long>(type: "INTEGER", nullable: false),
                    Occasion = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    Seed = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    TokenHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    UsedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    RevokedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SecretLinks", x => x.Id);
                    table.CheckConstraint("CK_SecretLinks_Occasion_Length", "length(\"Occasion\") <= 40");
                    table.CheckConstraint("CK_SecretLinks_Purpose_Length", "length(\"Purpose\") <= 32");
                });

            migrationBuilder.CreateTable(
                name: "SignInCounters",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Place = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    AccountId = table.Column<long>(type: "INTEGER", nullable: true),
                    Tries = table.Column<int>(type: "INTEGER", nullable: false),
                    LastTryAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    LockedUntil = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SignInCounters", x => x.Id);
                    table.CheckConstraint("CK_SignInCounters_Kind_Length", "length(\"Kind\") <= 32");
                });

            migrationBuilder.CreateTable(
                name: "SupplierImports",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Token = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    ById = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    RowCount = table.Column<int>(type: "INTEGER", nullable: false),
                    FaultCount = table.Column<int>(type: "INTEGER", nullable: false),
                    Companies = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    Loose = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    Refused = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    Created = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SupplierImports", x => x.Id);
                    table.CheckConstraint("CK_SupplierImports_FileName_Length", "length(\"FileName\") <= 255");
                    table.CheckConstraint("CK_SupplierImports_State_Length", "length(\"State\") <= 32");
                    table.CheckConstraint("CK_SupplierImports_Token_Length", "length(\"Token\") <= 20");
                });

            migrationBuilder.CreateTable(
                name: "Suppliers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Number = table.Column<string>(type: "TEXT", maxLength: 9, nullable: false),
                    Country = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    TaxKey = table.Column<string>(type: "TEXT", maxLength: 35, nullable: false),
                    BranchKpp = table.Column<string>(type: "TEXT", maxLength: 9, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    SearchText = table.Column<string>(type: "TEXT", maxLength: 1200, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    AccreditedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    AccreditedUntil = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    SuspensionReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    SuspendedUntil = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    Regions = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Company_ActualAddress = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Company_BankAccount = table.Column<string>(type: "TEXT", maxLength: 34, nullable: false),
                    Company_BankCode = table.Column<string>(type: "TEXT", maxLength: 11, nullable: false),
                    Company_BankName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Company_CorrespondentAccount = table.Column<string>(type: "TEXT", maxLength: 34, nullable: false),
                    CompanyCountry = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    Company_Email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    Company_FullName = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Company_IsBranch = table.Column<bool>(type: "INTEGER", nullable: false),
                    Company_Kpp = table.Column<string>(type: "TEXT", maxLength: 9, nullable: false),
                    Company_LegalAddress = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Company_LegalForm = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Company_Phone = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Company_PostalAddress = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Company_RegistrationNumber = table.Column<string>(type: "TEXT", maxLength: 35, nullable: false),
                    Company_ShortName = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Company_TaxNumber = table.Column<string>(type: "TEXT", maxLength: 35, nullable: false),
                    Company_Website = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Suppliers", x => x.Id);
                    table.CheckConstraint("CK_Suppliers_BranchKpp_Length", "length(\"BranchKpp\") <= 9");
                    table.CheckConstraint("CK_Suppliers_Company_ActualAddress_Length", "length(\"Company_ActualAddress\") <= 500");
                    table.CheckConstraint("CK_Suppliers_Company_BankAccount_Length", "length(\"Company_BankAccount\") <= 34");
                    table.CheckConstraint("CK_Suppliers_Company_BankCode_Length", "length(\"Company_BankCode\") <= 11");
                    table.CheckConstraint("CK_Suppliers_Company_BankName_Length", "length(\"Company_BankName\") <= 200");
                    table.CheckConstraint("CK_Suppliers_Company_CorrespondentAccount_Length", "length(\"Company_CorrespondentAccount\") <= 34");
                    table.CheckConstraint("CK_Suppliers_Company_Email_Length", "length(\"Company_Email\") <= 254");
                    table.CheckConstraint("CK_Suppliers_Company_FullName_Length", "length(\"Company_FullName\") <= 400");
                    table.CheckConstraint("CK_Suppliers_Company_Kpp_Length", "length(\"Company_Kpp\") <= 9");
                    table.CheckConstraint("CK_Suppliers_Company_LegalAddress_Length", "length(\"Company_LegalAddress\") <= 500");
                    table.CheckConstraint("CK_Suppliers_Company_LegalForm_Length", "length(\"Company_LegalForm\") <= 32");
                    table.CheckConstraint("CK_Suppliers_Company_Phone_Length", "length(\"Company_Phone\") <= 50");
                    table.CheckConstraint("CK_Suppliers_Company_PostalAddress_Length", "length(\"Company_PostalAddress\") <= 500");
                    table.CheckConstraint("CK_Suppliers_Company_RegistrationNumber_Length", "length(\"Company_RegistrationNumber\") <= 35");
                    table.CheckConstraint("CK_Suppliers_Company_ShortName_Length", "length(\"Company_ShortName\") <= 400");
                    table.CheckConstraint("CK_Suppliers_Company_TaxNumber_Length", "length(\"Company_TaxNumber\") <= 35");
                    table.CheckConstraint("CK_Suppliers_Company_Website_Length", "length(\"Company_Website\") <= 200");
                    table.CheckConstraint("CK_Suppliers_CompanyCountry_Length", "length(\"CompanyCountry\") <= 2");
                    table.CheckConstraint("CK_Suppliers_Country_Length", "length(\"Country\") <= 2");
                    table.CheckConstraint("CK_Suppliers_Name_Length", "length(\"Name\") <= 400");
                    table.CheckConstraint("CK_Suppliers_Number_Length", "length(\"Number\") <= 9");
                    table.CheckConstraint("CK_Suppliers_Regions_Length", "length(\"Regions\") <= 4000");
                    table.CheckConstraint("CK_Suppliers_SearchText_Length", "length(\"SearchText\") <= 1200");
                    table.CheckConstraint("CK_Suppliers_State_Length", "length(\"State\") <= 32");
                    table.CheckConstraint("CK_Suppliers_SuspensionReason_Length", "length(\"SuspensionReason\") <= 1000");
                    table.CheckConstraint("CK_Suppliers_TaxKey_Length", "length(\"TaxKey\") <= 35");
                });

            migrationBuilder.CreateTable(
                name: "VatCategories",
                columns: table => new
                {
                    Code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Percent = table.Column<decimal>(type: "TEXT", precision: 5, scale: 2, nullable: true),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Place = table.Column<int>(type: "INTEGER", nullable: false),
                    Label = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    LabelRu = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VatCategories", x => new { x.Code, x.ValidFrom });
                    table.CheckConstraint("CK_VatCategories_Code_Length", "length(\"Code\") <= 20");
                    table.CheckConstraint("CK_VatCategories_Label_Length", "length(\"Label\") <= 200");
                    table.CheckConstraint("CK_VatCategories_LabelRu_Length", "length(\"LabelRu\") <= 200");
                    table.CheckConstraint("CK_VatCategories_Percent_Scale", "instr(\"Percent\", '.') = 0 OR length(\"Percent\") - instr(\"Percent\", '.') <= 2");
                });

            migrationBuilder.CreateTable(
                name: "Credentials",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    PasswordSetAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    UserName = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    PasswordHash = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    SecurityStamp = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", maxLength: 36, nullable: true),
                    TwoFactorEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    LockoutEnd = table.Column<DateTimeOffset>(type: "TEXT", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Credentials", x => x.Id);
                    table.CheckConstraint("CK_Credentials_ConcurrencyStamp_Length", "length(\"ConcurrencyStamp\") <= 36");
                    table.CheckConstraint("CK_Credentials_NormalizedUserName_Length", "length(\"NormalizedUserName\") <= 32");
                    table.CheckConstraint("CK_Credentials_PasswordHash_Length", "length(\"PasswordHash\") <= 200");
                    table.CheckConstraint("CK_Credentials_SecurityStamp_Length", "length(\"SecurityStamp\") <= 64");
                    table.CheckConstraint("CK_Credentials_UserName_Length", "length(\"UserName\") <= 32");
                    table.ForeignKey(
                        name: "FK_Credentials_Accounts_Id",
                        column: x => x.Id,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "KnownBrowsers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AccountId = table.Column<long>(type: "INTEGER", nullable: false),
                    MarkHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    KnownSince = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    LastSignInAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KnownBrowsers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_KnownBrowsers_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "StaffAppointments",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AccountId = table.Column<long>(type: "INTEGER", nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    SiteId = table.Column<long>(type: "INTEGER", nullable: true),
                    CheckCode = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StaffAppointments", x => x.Id);
                    table.CheckConstraint("CK_StaffAppointments_CheckCode_Length", "length(\"CheckCode\") <= 32");
                    table.CheckConstraint("CK_StaffAppointments_Role_Length", "length(\"Role\") <= 32");
                    table.ForeignKey(
                        name: "FK_StaffAppointments_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AuditPersonal",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RecordId = table.Column<long>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: true),
                    Content = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Salt = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditPersonal", x => x.Id);
                    table.CheckConstraint("CK_AuditPersonal_Content_Length", "length(\"Content\") <= 4000");
                    table.ForeignKey(
                        name: "FK_AuditPersonal_Audit_RecordId",
                        column: x => x.RecordId,
                        principalTable: "Audit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Sites",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CompanyId = table.Column<long>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    NameEn = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    City = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CityEn = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    TimeZone = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Sites", x => x.Id);
                    table.CheckConstraint("CK_Sites_City_Length", "length(\"City\") <= 200");
                    table.CheckConstraint("CK_Sites_CityEn_Length", "length(\"CityEn\") <= 200");
                    table.CheckConstraint("CK_Sites_Name_Length", "length(\"Name\") <= 200");
                    table.CheckConstraint("CK_Sites_NameEn_Length", "length(\"NameEn\") <= 200");
                    table.CheckConstraint("CK_Sites_TimeZone_Length", "length(\"TimeZone\") <= 64");
                    table.ForeignKey(
                        name: "FK_Sites_GroupCompanies_CompanyId",
                        column: x => x.CompanyId,
                        principalTable: "GroupCompanies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MailDeliveries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OutboxId = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    AddresseeKind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    AddresseeId = table.Column<long>(type: "INTEGER", nullable: false),
                    SupplierId = table.Column<long>(type: "INTEGER", nullable: true),
                    AddresseeKey = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    MessageId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Thread = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Language = table.Column<string>(type: "TEXT", maxLength: 8, nullable: true),
                    RoundId = table.Column<long>(type: "INTEGER", nullable: true),
                    SecretUntilOpening = table.Column<bool>(type: "INTEGER", nullable: false),
                    QueuedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    ToBeListed = table.Column<bool>(type: "INTEGER", nullable: false),
                    NextTryAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    LeaseOwner = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    LeaseUntil = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    Fault = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    SettledAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    ServerAnswer = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MailDeliveries", x => x.Id);
                    table.CheckConstraint("CK_MailDeliveries_AddresseeKey_Length", "length(\"AddresseeKey\") <= 80");
                    table.CheckConstraint("CK_MailDeliveries_AddresseeKind_Length", "length(\"AddresseeKind\") <= 32");
                    table.CheckConstraint("CK_MailDeliveries_Fault_Length", "length(\"Fault\") <= 200");
                    table.CheckConstraint("CK_MailDeliveries_Kind_Length", "length(\"Kind\") <= 64");
                    table.CheckConstraint("CK_MailDeliveries_Language_Length", "length(\"Language\") <= 8");
                    table.CheckConstraint("CK_MailDeliveries_LeaseOwner_Length", "length(\"LeaseOwner\") <= 200");
                    table.CheckConstraint("CK_MailDeliveries_MessageId_Length", "length(\"MessageId\") <= 200");
                    table.CheckConstraint("CK_MailDeliveries_ServerAnswer_Length", "length(\"ServerAnswer\") <= 400");
                    table.CheckConstraint("CK_MailDeliveries_State_Length", "length(\"State\") <= 32");
                    table.CheckConstraint("CK_MailDeliveries_Thread_Length", "length(\"Thread\") <= 64");
                    table.ForeignKey(
                        name: "FK_MailDeliveries_Outbox_OutboxId",
                        column: x => x.OutboxId,
                        principalTable: "Outbox",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RegistrationSendings",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RegistrationId = table.Column<long>(type: "INTEGER", nullable: false),
                    No = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    Content = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RegistrationSendings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RegistrationSendings_Registrations_RegistrationId",
                        column: x => x.RegistrationId,
                        principalTable: "Registrations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AccreditationCases",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    RegistrationId = table.Column<long>(type: "INTEGER", nullable: true),
                    SupplierId = table.Column<long>(type: "INTEGER", nullable: true),
                    Company = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    SearchText = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    StartedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccreditationCases", x => x.Id);
                    table.CheckConstraint("CK_AccreditationCases_Company_Length", "length(\"Company\") <= 400");
                    table.CheckConstraint("CK_AccreditationCases_Kind_Length", "length(\"Kind\") <= 32");
                    table.CheckConstraint("CK_AccreditationCases_Number_Length", "length(\"Number\") <= 8");
                    table.CheckConstraint("CK_AccreditationCases_SearchText_Length", "length(\"SearchText\") <= 500");
                    table.CheckConstraint("CK_AccreditationCases_State_Length", "length(\"State\") <= 32");
                    table.ForeignKey(
                        name: "FK_AccreditationCases_Registrations_RegistrationId",
                        column: x => x.RegistrationId,
                        principalTable: "Registrations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AccreditationCases_Suppliers_SupplierId",
                        column: x => x.SupplierId,
                        principalTable: "Suppliers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Memberships",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    AccountId = table.Column<long>(type: "INTEGER", nullable: false),
                    SupplierId = table.Column<long>(type: "INTEGER", nullable: false),
                    Position = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    WasAccepted = table.Column<bool>(type: "INTEGER", nullable: false),
                    NoSubmissionUntil = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    IsContactPerson = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsMasterUser = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsViewer = table.Column<bool>(type: "INTEGER", nullable: false),
                    MaySubmit = table.Column<bool>(type: "INTEGER", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Memberships", x => x.Id);
                    table.CheckConstraint("CK_Memberships_Code_Length", "length(\"Code\") <= 10");
                    table.CheckConstraint("CK_Memberships_Position_Length", "length(\"Position\") <= 200");
                    table.CheckConstraint("CK_Memberships_State_Length", "length(\"State\") <= 32");
                    table.ForeignKey(
                        name: "FK_Memberships_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Memberships_Suppliers_SupplierId",
                        column: x => x.SupplierId,
                        principalTable: "Suppliers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Signatories",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SupplierId = table.Column<long>(type: "INTEGER", nullable: false),
                    FullName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Position = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Phone = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    Authority_Basis = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Authority_Date = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Authority_Number = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Authority_Until = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Signatories", x => x.Id);
                    table.CheckConstraint("CK_Signatories_Authority_Basis_Length", "length(\"Authority_Basis\") <= 32");
                    table.CheckConstraint("CK_Signatories_Authority_Number_Length", "length(\"Authority_Number\") <= 100");
                    table.CheckConstraint("CK_Signatories_Email_Length", "length(\"Email\") <= 254");
                    table.CheckConstraint("CK_Signatories_FullName_Length", "length(\"FullName\") <= 200");
                    table.CheckConstraint("CK_Signatories_Phone_Length", "length(\"Phone\") <= 50");
                    table.CheckConstraint("CK_Signatories_Position_Length", "length(\"Position\") <= 200");
                    table.ForeignKey(
                        name: "FK_Signatories_Suppliers_SupplierId",
                        column: x => x.SupplierId,
                        principalTable: "Suppliers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SupplierCategories",
                columns: table => new
                {
                    SupplierId = table.Column<long>(type: "INTEGER", nullable: false),
                    CategoryId = table.Column<long>(type: "INTEGER", nullable: false),
                    ApprovedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SupplierCategories", x => new { x.SupplierId, x.CategoryId });
                    table.ForeignKey(
                        name: "FK_SupplierCategories_Categories_CategoryId",
                        column: x => x.CategoryId,
                        principalTable: "Categories",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SupplierCategories_Suppliers_SupplierId",
                        column: x => x.SupplierId,
                        principalTable: "Suppliers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SupplierDocuments",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SupplierId = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ValidUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Files = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    TakenAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SupplierDocuments", x => x.Id);
                    table.CheckConstraint("CK_SupplierDocuments_Kind_Length", "length(\"Kind\") <= 32");
                    table.CheckConstraint("CK_SupplierDocuments_Number_Length", "length(\"Number\") <= 200");
                    table.ForeignKey(
                        name: "FK_SupplierDocuments_Suppliers_SupplierId",
                        column: x => x.SupplierId,
                        principalTable: "Suppliers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CredentialClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    UserId = table.Column<long>(type: "INTEGER", nullable: false),
                    ClaimType = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ClaimValue = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CredentialClaims", x => x.Id);
                    table.CheckConstraint("CK_CredentialClaims_ClaimType_Length", "length(\"ClaimType\") <= 200");
                    table.CheckConstraint("CK_CredentialClaims_ClaimValue_Length", "length(\"ClaimValue\") <= 1000");
                    table.ForeignKey(
                        name: "FK_CredentialClaims_Credentials_UserId",
                        column: x => x.UserId,
                        principalTable: "Credentials",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CredentialLogins",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    ProviderKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    UserId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CredentialLogins", x => new { x.LoginProvider, x.ProviderKey });
                    table.CheckConstraint("CK_CredentialLogins_LoginProvider_Length", "length(\"LoginProvider\") <= 128");
                    table.CheckConstraint("CK_CredentialLogins_ProviderDisplayName_Length", "length(\"ProviderDisplayName\") <= 200");
                    table.CheckConstraint("CK_CredentialLogins_ProviderKey_Length", "length(\"ProviderKey\") <= 200");
                    table.ForeignKey(
                        name: "FK_CredentialLogins_Credentials_UserId",
                        column: x => x.UserId,
                        principalTable: "Credentials",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CredentialTokens",
                columns: table => new
                {
                    UserId = table.Column<long>(type: "INTEGER", nullable: false),
                    LoginProvider = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    Value = table.Column<string>(type: "TEXT", maxLength: -1, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CredentialTokens", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.CheckConstraint("CK_CredentialTokens_LoginProvider_Length", "length(\"LoginProvider\") <= 128");
                    table.CheckConstraint("CK_CredentialTokens_Name_Length", "length(\"Name\") <= 128");
                    table.ForeignKey(
                        name: "FK_CredentialTokens_Credentials_UserId",
                        column: x => x.UserId,
                        principalTable: "Credentials",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Events",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Number = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    SiteId = table.Column<long>(type: "INTEGER", nullable: false),
                    BuyerId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Events", x => x.Id);
                    table.CheckConstraint("CK_Events_Number_Length", "length(\"Number\") <= 8");
                    table.ForeignKey(
                        name: "FK_Events_Accounts_BuyerId",
                        column: x => x.BuyerId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Events_Sites_SiteId",
                        column: x => x.SiteId,
                        principalTable: "Sites",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Notifications",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", maxLength: 22, nullable: false),
                    DeliveryId = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Topic = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false),
                    SupplierId = table.Column<long>(type: "INTEGER", nullable: true),
                    PutAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 600, nullable: true),
                    SearchText = table.Column<string>(type: "TEXT", maxLength: 1001, nullable: false),
                    Path = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    IsImportant = table.Column<bool>(type: "INTEGER", nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    ReadAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Notifications", x => x.Id);
                    table.CheckConstraint("CK_Notifications_Code_Length", "length(\"Code\") <= 22");
                    table.CheckConstraint("CK_Notifications_Kind_Length", "length(\"Kind\") <= 64");
                    table.CheckConstraint("CK_Notifications_Path_Length", "length(\"Path\") <= 200");
                    table.CheckConstraint("CK_Notifications_SearchText_Length", "length(\"SearchText\") <= 1001");
                    table.CheckConstraint("CK_Notifications_Text_Length", "length(\"Text\") <= 600");
                    table.CheckConstraint("CK_Notifications_Title_Length", "length(\"Title\") <= 400");
                    table.CheckConstraint("CK_Notifications_Topic_Length", "length(\"Topic\") <= 32");
                    table.ForeignKey(
                        name: "FK_Notifications_MailDeliveries_DeliveryId",
                        column: x => x.DeliveryId,
                        principalTable: "MailDeliveries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AccreditationChecks",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CaseId = table.Column<long>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    NameEn = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Department = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    DepartmentEn = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    NormDays = table.Column<int>(type: "INTEGER", nullable: false),
                    Parts = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    CategoryCode = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    HasMeeting = table.Column<bool>(type: "INTEGER", nullable: false),
                    MeetingOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    ReviewerId = table.Column<long>(type: "INTEGER", nullable: true),
                    PendingSince = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    Due = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    AnswerDue = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    RemindedAt = table.Column<int>(type: "INTEGER", nullable: true),
                    IsOverdueTold = table.Column<bool>(type: "INTEGER", nullable: false),
                    DecisionNo = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccreditationChecks", x => x.Id);
                    table.CheckConstraint("CK_AccreditationChecks_CategoryCode_Length", "length(\"CategoryCode\") <= 20");
                    table.CheckConstraint("CK_AccreditationChecks_Code_Length", "length(\"Code\") <= 32");
                    table.CheckConstraint("CK_AccreditationChecks_Department_Length", "length(\"Department\") <= 200");
                    table.CheckConstraint("CK_AccreditationChecks_DepartmentEn_Length", "length(\"DepartmentEn\") <= 200");
                    table.CheckConstraint("CK_AccreditationChecks_Name_Length", "length(\"Name\") <= 200");
                    table.CheckConstraint("CK_AccreditationChecks_NameEn_Length", "length(\"NameEn\") <= 200");
                    table.CheckConstraint("CK_AccreditationChecks_Parts_Length", "length(\"Parts\") <= 32");
                    table.CheckConstraint("CK_AccreditationChecks_State_Length", "length(\"State\") <= 32");
                    table.ForeignKey(
                        name: "FK_AccreditationChecks_Accounts_ReviewerId",
                        column: x => x.ReviewerId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AccreditationChecks_AccreditationCases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "AccreditationCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CheckDecisions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CaseId = table.Column<long>(type: "INTEGER", nullable: false),
                    No = table.Column<int>(type: "INTEGER", nullable: false),
                    CheckCode = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Comment = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Parts = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    AnswerDue = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    ById = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    Key = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CheckDecisions", x => x.Id);
                    table.CheckConstraint("CK_CheckDecisions_CheckCode_Length", "length(\"CheckCode\") <= 32");
                    table.CheckConstraint("CK_CheckDecisions_Comment_Length", "length(\"Comment\") <= 2000");
                    table.CheckConstraint("CK_CheckDecisions_Outcome_Length", "length(\"Outcome\") <= 32");
                    table.CheckConstraint("CK_CheckDecisions_Parts_Length", "length(\"Parts\") <= 32");
                    table.ForeignKey(
                        name: "FK_CheckDecisions_Accounts_ById",
                        column: x => x.ById,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CheckDecisions_AccreditationCases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "AccreditationCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CheckNotes",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CaseId = table.Column<long>(type: "INTEGER", nullable: false),
                    DecisionNo = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CheckNotes", x => x.Id);
                    table.CheckConstraint("CK_CheckNotes_Text_Length", "length(\"Text\") <= 2000");
                    table.ForeignKey(
                        name: "FK_CheckNotes_AccreditationCases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "AccreditationCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EventMembers",
                columns: table => new
                {
                    AccountId = table.Column<long>(type: "INTEGER", nullable: false),
                    EventId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EventMembers", x => new { x.EventId, x.AccountId });
                    table.ForeignKey(
                        name: "FK_EventMembers_Events_EventId",
                        column: x => x.EventId,
                        principalTable: "Events",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Rounds",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    EndedById = table.Column<long>(type: "INTEGER", nullable: true),
                    EndReason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    CancellationReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    CancellationAskedById = table.Column<long>(type: "INTEGER", nullable: true),
                    CancellationAskedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    CancellationApproverId = table.Column<long>(type: "INTEGER", nullable: true),
                    CancelledAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    EventId = table.Column<long>(type: "INTEGER", nullable: false),
                    No = table.Column<int>(type: "INTEGER", nullable: false),
                    SiteId = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    SearchTitle = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Description = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Deadline = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    TimeZone = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ClarificationsUntil = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    ComparisonCurrency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    RequiresIncoterms = table.Column<bool>(type: "INTEGER", nullable: false),
                    DesiredDelivery = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    PaymentTerms = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    DeliveryTerms = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    AllowsPartialQuantities = table.Column<bool>(type: "INTEGER", nullable: false),
                    RequiresAllItems = table.Column<bool>(type: "INTEGER", nullable: false),
                    AllowsSubstitutes = table.Column<bool>(type: "INTEGER", nullable: false),
                    OfferValidityDays = table.Column<int>(type: "INTEGER", nullable: false),
                    OpeningRule = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    OpenerId = table.Column<long>(type: "INTEGER", nullable: true),
                    SecondOpenerId = table.Column<long>(type: "INTEGER", nullable: true),
                    ShowsOfferCount = table.Column<bool>(type: "INTEGER", nullable: false),
                    Audience = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    EstimatedValue = table.Column<decimal>(type: "TEXT", precision: 19, scale: 2, nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    AmendmentNo = table.Column<int>(type: "INTEGER", nullable: false),
                    ApproverId = table.Column<long>(type: "INTEGER", nullable: true),
                    OpenedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    Categories = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    ChosenSuppliers = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    FoundEmptyAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    SentForApprovalById = table.Column<long>(type: "INTEGER", nullable: true),
                    SentForApprovalAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    ReturnComment = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    NoticeEdition = table.Column<int>(type: "INTEGER", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Questions = table.Column<string>(type: "TEXT", nullable: true),
                    Rates = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Rounds", x => x.Id);
                    table.CheckConstraint("CK_Rounds_Audience_Length", "length(\"Audience\") <= 32");
                    table.CheckConstraint("CK_Rounds_CancellationReason_Length", "length(\"CancellationReason\") <= 1000");
                    table.CheckConstraint("CK_Rounds_Categories_Length", "length(\"Categories\") <= 4000");
                    table.CheckConstraint("CK_Rounds_ComparisonCurrency_Length", "length(\"ComparisonCurrency\") <= 3");
                    table.CheckConstraint("CK_Rounds_DeliveryTerms_Length", "length(\"DeliveryTerms\") <= 2000");
                    table.CheckConstraint("CK_Rounds_Description_Length", "length(\"Description\") <= 4000");
                    table.CheckConstraint("CK_Rounds_DesiredDelivery_Length", "length(\"DesiredDelivery\") <= 200");
                    table.CheckConstraint("CK_Rounds_EndReason_Length", "length(\"EndReason\") <= 2000");
                    table.CheckConstraint("CK_Rounds_EstimatedValue_Scale", "instr(\"EstimatedValue\", '.') = 0 OR length(\"EstimatedValue\") - instr(\"EstimatedValue\", '.') <= 2");
                    table.CheckConstraint("CK_Rounds_Kind_Length", "length(\"Kind\") <= 32");
                    table.CheckConstraint("CK_Rounds_OpeningRule_Length", "length(\"OpeningRule\") <= 32");
                    table.CheckConstraint("CK_Rounds_PaymentTerms_Length", "length(\"PaymentTerms\") <= 2000");
                    table.CheckConstraint("CK_Rounds_ReturnComment_Length", "length(\"ReturnComment\") <= 1000");
                    table.CheckConstraint("CK_Rounds_SearchTitle_Length", "length(\"SearchTitle\") <= 400");
                    table.CheckConstraint("CK_Rounds_State_Length", "length(\"State\") <= 32");
                    table.CheckConstraint("CK_Rounds_TimeZone_Length", "length(\"TimeZone\") <= 64");
                    table.CheckConstraint("CK_Rounds_Title_Length", "length(\"Title\") <= 400");
                    table.ForeignKey(
                        name: "FK_Rounds_Accounts_EndedById",
                        column: x => x.EndedById,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Rounds_Events_EventId",
                        column: x => x.EventId,
                        principalTable: "Events",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Awards",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RoundId = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Justification = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    ApproverId = table.Column<long>(type: "INTEGER", nullable: true),
                    Authors = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Notes = table.Column<string>(type: "TEXT", nullable: true),
                    Steps = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Awards", x => x.Id);
                    table.CheckConstraint("CK_Awards_Authors_Length", "length(\"Authors\") <= 4000");
                    table.CheckConstraint("CK_Awards_Justification_Length", "length(\"Justification\") <= 2000");
                    table.CheckConstraint("CK_Awards_State_Length", "length(\"State\") <= 32");
                    table.ForeignKey(
                        name: "FK_Awards_Accounts_ApproverId",
                        column: x => x.ApproverId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Awards_Rounds_RoundId",
                        column: x => x.RoundId,
                        principalTable: "Rounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Invitations",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RoundId = table.Column<long>(type: "INTEGER", nullable: false),
                    SupplierId = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    InvitedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    FirstReadAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    DeclineReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Invitations", x => x.Id);
                    table.CheckConstraint("CK_Invitations_DeclineReason_Length", "length(\"DeclineReason\") <= 1000");
                    table.CheckConstraint("CK_Invitations_State_Length", "length(\"State\") <= 32");
                    table.ForeignKey(
                        name: "FK_Invitations_Rounds_RoundId",
                        column: x => x.RoundId,
                        principalTable: "Rounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Invitations_Suppliers_SupplierId",
                        column: x => x.SupplierId,
                        principalTable: "Suppliers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Offers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RoundId = table.Column<long>(type: "INTEGER", nullable: false),
                    SupplierId = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    WorkingCopyNo = table.Column<int>(type: "INTEGER", nullable: false),
                    VersionNo = table.Column<int>(type: "INTEGER", nullable: false),
                    SubmittedCopyNo = table.Column<int>(type: "INTEGER", nullable: false),
                    OpenedIntact = table.Column<bool>(type: "INTEGER", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Offers", x => x.Id);
                    table.CheckConstraint("CK_Offers_State_Length", "length(\"State\") <= 32");
                    table.ForeignKey(
                        name: "FK_Offers_Rounds_RoundId",
                        column: x => x.RoundId,
                        principalTable: "Rounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Offers_Suppliers_SupplierId",
                        column: x => x.SupplierId,
                        principalTable: "Suppliers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OpeningConfirmations",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RoundId = table.Column<long>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpeningConfirmations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OpeningConfirmations_Accounts_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_OpeningConfirmations_Rounds_RoundId",
                        column: x => x.RoundId,
                        principalTable: "Rounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RoundDocuments",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RoundId = table.Column<long>(type: "INTEGER", nullable: false),
                    FileId = table.Column<long>(type: "INTEGER", nullable: false),
                    Folder = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    AddedById = table.Column<long>(type: "INTEGER", nullable: false),
                    AddedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RoundDocuments", x => x.Id);
                    table.CheckConstraint("CK_RoundDocuments_Folder_Length", "length(\"Folder\") <= 32");
                    table.CheckConstraint("CK_RoundDocuments_Title_Length", "length(\"Title\") <= 200");
                    table.ForeignKey(
                        name: "FK_RoundDocuments_Files_FileId",
                        column: x => x.FileId,
                        principalTable: "Files",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RoundDocuments_Rounds_RoundId",
                        column: x => x.RoundId,
                        principalTable: "Rounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RoundItems",
                columns: table => new
                {
                    Number = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    RoundId = table.Column<long>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Quantity = table.Column<decimal>(type: "TEXT", precision: 18, scale: 3, nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    MaterialNumber = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    FullName = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Comment = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    CategoryId = table.Column<long>(type: "INTEGER", nullable: true),
                    PriceUnit = table.Column<int>(type: "INTEGER", nullable: false),
                    DeliveryDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DeliveryPlace = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    TargetPrice = table.Column<decimal>(type: "TEXT", precision: 19, scale: 4, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RoundItems", x => new { x.RoundId, x.Number });
                    table.CheckConstraint("CK_RoundItems_Comment_Length", "length(\"Comment\") <= 2000");
                    table.CheckConstraint("CK_RoundItems_DeliveryPlace_Length", "length(\"DeliveryPlace\") <= 400");
                    table.CheckConstraint("CK_RoundItems_FullName_Length", "length(\"FullName\") <= 2000");
                    table.CheckConstraint("CK_RoundItems_MaterialNumber_Length", "length(\"MaterialNumber\") <= 40");
                    table.CheckConstraint("CK_RoundItems_Name_Length", "length(\"Name\") <= 400");
                    table.CheckConstraint("CK_RoundItems_Number_Length", "length(\"Number\") <= 4");
                    table.CheckConstraint("CK_RoundItems_Quantity_Scale", "instr(\"Quantity\", '.') = 0 OR length(\"Quantity\") - instr(\"Quantity\", '.') <= 3");
                    table.CheckConstraint("CK_RoundItems_TargetPrice_Scale", "instr(\"TargetPrice\", '.') = 0 OR length(\"TargetPrice\") - instr(\"TargetPrice\", '.') <= 4");
                    table.CheckConstraint("CK_RoundItems_Unit_Length", "length(\"Unit\") <= 20");
                    table.ForeignKey(
                        name: "FK_RoundItems_Rounds_RoundId",
                        column: x => x.RoundId,
                        principalTable: "Rounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RoundKeys",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RoundId = table.Column<long>(type: "INTEGER", nullable: false),
                    Scheme = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    SealingThumbprint = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    WrappedBySealing = table.Column<byte[]>(type: "BLOB", maxLength: 512, nullable: false),
                    RecoveryThumbprint = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    WrappedByRecovery = table.Column<byte[]>(type: "BLOB", maxLength: 512, nullable: false),
                    Canary = table.Column<byte[]>(type: "BLOB", maxLength: 8192, nullable: false),
                    DestroyedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RoundKeys", x => x.Id);
                    table.CheckConstraint("CK_RoundKeys_RecoveryThumbprint_Length", "length(\"RecoveryThumbprint\") <= 64");
                    table.CheckConstraint("CK_RoundKeys_Scheme_Length", "length(\"Scheme\") <= 32");
                    table.CheckConstraint("CK_RoundKeys_SealingThumbprint_Length", "length(\"SealingThumbprint\") <= 64");
                    table.ForeignKey(
                        name: "FK_RoundKeys_Rounds_RoundId",
                        column: x => x.RoundId,
                        principalTable: "Rounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AwardLines",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RoundId = table.Column<long>(type: "INTEGER", nullable: false),
                    SupplierId = table.Column<long>(type: "INTEGER", nullable: false),
                    ItemNumber = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    Quantity = table.Column<decimal>(type: "TEXT", precision: 18, scale: 3, nullable: false),
                    UnitPrice = table.Column<decimal>(type: "TEXT", precision: 19, scale: 4, nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    Amount = table.Column<decimal>(type: "TEXT", precision: 19, scale: 3, nullable: false),
                    ComparedAmount = table.Column<decimal>(type: "TEXT", precision: 19, scale: 3, nullable: false),
                    AwardId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AwardLines", x => x.Id);
                    table.CheckConstraint("CK_AwardLines_Amount_Scale", "instr(\"Amount\", '.') = 0 OR length(\"Amount\") - instr(\"Amount\", '.') <= 3");
                    table.CheckConstraint("CK_AwardLines_ComparedAmount_Scale", "instr(\"ComparedAmount\", '.') = 0 OR length(\"ComparedAmount\") - instr(\"ComparedAmount\", '.') <= 3");
                    table.CheckConstraint("CK_AwardLines_Currency_Length", "length(\"Currency\") <= 3");
                    table.CheckConstraint("CK_AwardLines_ItemNumber_Length", "length(\"ItemNumber\") <= 4");
                    table.CheckConstraint("CK_AwardLines_Quantity_Scale", "instr(\"Quantity\", '.') = 0 OR length(\"Quantity\") - instr(\"Quantity\", '.') <= 3");
                    table.CheckConstraint("CK_AwardLines_UnitPrice_Scale", "instr(\"UnitPrice\", '.') = 0 OR length(\"UnitPrice\") - instr(\"UnitPrice\", '.') <= 4");
                    table.ForeignKey(
                        name: "FK_AwardLines_Awards_AwardId",
                        column: x => x.AwardId,
                        principalTable: "Awards",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_AwardLines_Suppliers_SupplierId",
                        column: x => x.SupplierId,
                        principalTable: "Suppliers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OfferLines",
                columns: table => new
                {
                    OfferId = table.Column<long>(type: "INTEGER", nullable: false),
                    RoundId = table.Column<long>(type: "INTEGER", nullable: false),
                    ItemNumber = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    SupplierId = table.Column<long>(type: "INTEGER", nullable: false),
                    Quantity = table.Column<decimal>(type: "TEXT", precision: 18, scale: 3, nullable: false),
                    UnitPrice = table.Column<decimal>(type: "TEXT", precision: 19, scale: 4, nullable: false),
                    VatCategory = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    VatPercent = table.Column<decimal>(type: "TEXT", precision: 5, scale: 2, nullable: true),
                    DeliveryDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Substitute = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Comment = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OfferLines", x => new { x.RoundId, x.ItemNumber, x.OfferId });
                    table.CheckConstraint("CK_OfferLines_Comment_Length", "length(\"Comment\") <= 500");
                    table.CheckConstraint("CK_OfferLines_ItemNumber_Length", "length(\"ItemNumber\") <= 4");
                    table.CheckConstraint("CK_OfferLines_Quantity_Scale", "instr(\"Quantity\", '.') = 0 OR length(\"Quantity\") - instr(\"Quantity\", '.') <= 3");
                    table.CheckConstraint("CK_OfferLines_Substitute_Length", "length(\"Substitute\") <= 500");
                    table.CheckConstraint("CK_OfferLines_UnitPrice_Scale", "instr(\"UnitPrice\", '.') = 0 OR length(\"UnitPrice\") - instr(\"UnitPrice\", '.') <= 4");
                    table.CheckConstraint("CK_OfferLines_VatCategory_Length", "length(\"VatCategory\") <= 20");
                    table.CheckConstraint("CK_OfferLines_VatPercent_Scale", "instr(\"VatPercent\", '.') = 0 OR length(\"VatPercent\") - instr(\"VatPercent\", '.') <= 2");
                    table.ForeignKey(
                        name: "FK_OfferLines_Offers_OfferId",
                        column: x => x.OfferId,
                        principalTable: "Offers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OfferVersions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OfferId = table.Column<long>(type: "INTEGER", nullable: false),
                    SupplierId = table.Column<long>(type: "INTEGER", nullable: false),
                    SupplierNumber = table.Column<string>(type: "TEXT", maxLength: 9, nullable: false),
                    SubmitterId = table.Column<long>(type: "INTEGER", nullable: true),
                    RoundId = table.Column<long>(type: "INTEGER", nullable: false),
                    RoundName = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    No = table.Column<int>(type: "INTEGER", nullable: false),
                    AmendmentNo = table.Column<int>(type: "INTEGER", nullable: false),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    ReceiptNumber = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    ContentHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    PreviousHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    Signature = table.Column<byte[]>(type: "BLOB", maxLength: 64, nullable: false),
                    SubmissionKey = table.Column<Guid>(type: "TEXT", nullable: false),
                    KeyId = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    AuditHead = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OfferVersions", x => x.Id);
                    table.CheckConstraint("CK_OfferVersions_AuditHead_Length", "length(\"AuditHead\") <= 64");
                    table.CheckConstraint("CK_OfferVersions_KeyId_Length", "length(\"KeyId\") <= 16");
                    table.CheckConstraint("CK_OfferVersions_ReceiptNumber_Length", "length(\"ReceiptNumber\") <= 10");
                    table.CheckConstraint("CK_OfferVersions_RoundName_Length", "length(\"RoundName\") <= 12");
                    table.CheckConstraint("CK_OfferVersions_SupplierNumber_Length", "length(\"SupplierNumber\") <= 9");
                    table.ForeignKey(
                        name: "FK_OfferVersions_Offers_OfferId",
                        column: x => x.OfferId,
                        principalTable: "Offers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OpenedAnswers",
                columns: table => new
                {
                    OfferId = table.Column<long>(type: "INTEGER", nullable: false),
                    RoundId = table.Column<long>(type: "INTEGER", nullable: false),
                    Question = table.Column<int>(type: "INTEGER", nullable: false),
                    SupplierId = table.Column<long>(type: "INTEGER", nullable: false),
                    Value = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpenedAnswers", x => new { x.RoundId, x.Question, x.OfferId });
                    table.CheckConstraint("CK_OpenedAnswers_Value_Length", "length(\"Value\") <= 2000");
                    table.ForeignKey(
                        name: "FK_OpenedAnswers_Offers_OfferId",
                        column: x => x.OfferId,
                        principalTable: "Offers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OpenedAttachments",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OfferId = table.Column<long>(type: "INTEGER", nullable: false),
                    RoundId = table.Column<long>(type: "INTEGER", nullable: false),
                    SupplierId = table.Column<long>(type: "INTEGER", nullable: false),
                    File = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    Type = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Size = table.Column<long>(type: "INTEGER", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Question = table.Column<int>(type: "INTEGER", nullable: true),
                    IsIntact = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpenedAttachments", x => x.Id);
                    table.CheckConstraint("CK_OpenedAttachments_File_Length", "length(\"File\") <= 32");
                    table.CheckConstraint("CK_OpenedAttachments_Name_Length", "length(\"Name\") <= 255");
                    table.CheckConstraint("CK_OpenedAttachments_Sha256_Length", "length(\"Sha256\") <= 64");
                    table.CheckConstraint("CK_OpenedAttachments_Type_Length", "length(\"Type\") <= 100");
                    table.ForeignKey(
                        name: "FK_OpenedAttachments_Offers_OfferId",
                        column: x => x.OfferId,
                        principalTable: "Offers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OpenedOffers",
                columns: table => new
                {
                    OfferId = table.Column<long>(type: "INTEGER", nullable: false),
                    RoundId = table.Column<long>(type: "INTEGER", nullable: false),
                    SupplierId = table.Column<long>(type: "INTEGER", nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    VatCategory = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    VatPercent = table.Column<decimal>(type: "TEXT", precision: 5, scale: 2, nullable: true),
                    ValidUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    IncotermsRule = table.Column<string>(type: "TEXT", maxLength: 3, nullable: true),
                    IncotermsEdition = table.Column<int>(type: "INTEGER", nullable: true),
                    IncotermsPlace = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    PaymentTerms = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Comment = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpenedOffers", x => new { x.RoundId, x.OfferId });
                    table.CheckConstraint("CK_OpenedOffers_Comment_Length", "length(\"Comment\") <= 2000");
                    table.CheckConstraint("CK_OpenedOffers_Currency_Length", "length(\"Currency\") <= 3");
                    table.CheckConstraint("CK_OpenedOffers_IncotermsPlace_Length", "length(\"IncotermsPlace\") <= 200");
                    table.CheckConstraint("CK_OpenedOffers_IncotermsRule_Length", "length(\"IncotermsRule\") <= 3");
                    table.CheckConstraint("CK_OpenedOffers_PaymentTerms_Length", "length(\"PaymentTerms\") <= 2000");
                    table.CheckConstraint("CK_OpenedOffers_VatCategory_Length", "length(\"VatCategory\") <= 20");
                    table.CheckConstraint("CK_OpenedOffers_VatPercent_Scale", "instr(\"VatPercent\", '.') = 0 OR length(\"VatPercent\") - instr(\"VatPercent\", '.') <= 2");
                    table.ForeignKey(
                        name: "FK_OpenedOffers_Offers_OfferId",
                        column: x => x.OfferId,
                        principalTable: "Offers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SealedChunks",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OfferId = table.Column<long>(type: "INTEGER", nullable: false),
                    SupplierId = table.Column<long>(type: "INTEGER", nullable: false),
                    File = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    No = table.Column<int>(type: "INTEGER", nullable: false),
                    Bytes = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SealedChunks", x => x.Id);
                    table.CheckConstraint("CK_SealedChunks_File_Length", "length(\"File\") <= 32");
                    table.ForeignKey(
                        name: "FK_SealedChunks_Offers_OfferId",
                        column: x => x.OfferId,
                        principalTable: "Offers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SealedContents",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OfferId = table.Column<long>(type: "INTEGER", nullable: false),
                    SupplierId = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    No = table.Column<int>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    Bytes = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SealedContents", x => x.Id);
                    table.CheckConstraint("CK_SealedContents_Kind_Length", "length(\"Kind\") <= 32");
                    table.ForeignKey(
                        name: "FK_SealedContents_Offers_OfferId",
                        column: x => x.OfferId,
                        principalTable: "Offers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.InsertData(
                table: "CalendarDays",
                columns: new[] { "Date", "IsWorking" },
                values: new object[,]
                {
                    { new DateOnly(2026, 1, 1), false },
                    { new DateOnly(2026, 1, 2), false },
                    { new DateOnly(2026, 1, 5), false },
                    { new DateOnly(2026, 1, 6), false },
                    { new DateOnly(2026, 1, 7), false },
                    { new DateOnly(2026, 1, 8), false },
                    { new DateOnly(2026, 1, 9), false },
                    { new DateOnly(2026, 2, 23), false },
                    { new DateOnly(2026, 3, 9), false },
                    { new DateOnly(2026, 5, 1), false },
                    { new DateOnly(2026, 5, 11), false },
                    { new DateOnly(2026, 6, 12), false },
                    { new DateOnly(2026, 11, 4), false },
                    { new DateOnly(2026, 12, 31), false },
                    { new DateOnly(2027, 1, 1), false },
                    { new DateOnly(2027, 1, 4), false },
                    { new DateOnly(2027, 1, 5), false },
                    { new DateOnly(2027, 1, 6), false },
                    { new DateOnly(2027, 1, 7), false },
                    { new DateOnly(2027, 1, 8), false },
                    { new DateOnly(2027, 2, 23), false },
                    { new DateOnly(2027, 3, 8), false },
                    { new DateOnly(2027, 5, 3), false },
                    { new DateOnly(2027, 5, 10), false },
                    { new DateOnly(2027, 6, 14), false },
                    { new DateOnly(2027, 11, 4), false }
                });

            migrationBuilder.InsertData(
                table: "CheckDefinitions",
                columns: new[] { "Id", "Categories", "Code", "Countries", "Department", "DepartmentEn", "HasMeeting", "IsActive", "IsCommission", "Name", "NameEn", "NormDays", "Order", "Parts" },
                values: new object[,]
                {
                    { 1, "", "completeness", "*", "отдел аккредитации", "accreditation desk", false, true, false, "Комплектность", "Completeness", 1, 10, "All" },
                    { 2, "", "security", "*", "служба безопасности", "security service", false, true, false, "Безопасность", "Security", 3, 20, "Details, People" },
                    { 3, "", "legal", "*", "правовой департамент", "legal department", false, true, false, "Юридическая проверка", "Legal check", 3, 30, "Details, People, Documents" },
                    { 4, "", "finance", "*", "финансовый контроль", "financial control", false, true, false, "Финансовая проверка", "Financial check", 3, 40, "Details, Documents" },
                    { 5, "", "commission", "*", "комиссия", "commission", true, true, true, "Квалификационная комиссия", "Qualification commission", 15, 50, "Categories, Documents" }
                });

            migrationBuilder.InsertData(
                table: "DocumentRequirements",
                columns: new[] { "Id", "Country", "HasBlank", "HasValidity", "Hint", "HintEn", "IsMandatory", "Kind", "LegalForms", "Name", "NameEn", "Order" },
                values: new object[,]
                {
                    { 1, "RU", false, false, "", "", true, "charter", "LLC JSC PJSC Cooperative StateEnterprise NonProfit ForeignBranch Organisation", "Устав", "Charter", 10 },
                    { 2, "RU", false, false, "", "", true, "appointment", "LLC JSC PJSC Cooperative StateEnterprise NonProfit ForeignBranch Organisation", "Решение о назначении руководителя", "Decision on the head’s appointment", 20 },
                    { 3, "RU", false, false, "", "", true, "tax-registration", "SoleTrader SelfEmployed PrivatePractice", "Свидетельство о постановке на налоговый учёт", "Certificate of tax registration", 10 },
                    { 4, "!RU", false, false, "С апостилем или легализацией и заверенным переводом на русский.", "Apostilled or legalised, with a certified Russian translation.", true, "register-extract", "*", "Выписка из торгового реестра", "Extract from the trade register", 10 },
                    { 5, "*", false, true, "Нужна, если подписант действует по доверенности.", "Needed if a signatory acts by a power of attorney.", false, "power-of-attorney", "*", "Доверенность подписанта", "Signatory’s power of attorney", 30 },
                    { 6, "RU", false, false, "", "", true, "accounts", "LLC JSC PJSC Cooperative StateEnterprise NonProfit ForeignBranch Organisation", "Бухгалтерская отчётность за прошлый год", "Annual accounts of last year", 40 },
                    { 7, "*", true, false, "Распечатайте бланк: данные уже в нём. Подпишите, отсканируйте и приложите.", "Print the blank form: the data is in it already. Sign, scan and attach it.", true, "declaration", "*", "Анкета-декларация с подписью", "Signed declaration", 50 },
                    { 8, "*", false, true, "", "", false, "quality", "*", "Сертификат системы качества", "Quality system certificate", 60 },
                    { 9, "*", false, false, "", "", false, "licence", "*", "Лицензии и допуски СРО", "Licences and approvals", 70 }
                });

            migrationBuilder.InsertData(
                table: "LegalNotices",
                columns: new[] { "Id", "Date", "Edition", "English", "Kind", "Russian" },
                values: new object[,]
                {
                    { 1L, new DateOnly(2026, 9, 1), 1, "A request for proposals is neither a bidding under articles 447–449 nor a public competition under articles 1057–1061 of the Civil Code of Russia. Receiving an offer does not oblige the customer to conclude a contract. The customer may reject all offers, change the terms before the deadline or cancel the event without compensating the participants’ expenses.", "RequestForProposals", "Запрос предложений не является торгами (ст. 447–449 ГК РФ) и публичным конкурсом (ст. 1057–1061 ГК РФ). Приём предложения не обязывает заказчика заключить договор. Заказчик вправе отклонить все предложения, изменить условия до срока приёма или отменить процедуру, не возмещая расходов участников." },
                    { 2L, new DateOnly(2026, 9, 1), 1, "A request for prices is neither a bidding under articles 447–449, nor a public competition under articles 1057–1061 of the Civil Code of Russia, nor an offer of the customer. It serves to study the market and to choose a supplier; the customer need not conclude a contract with any participant and does not compensate their expenses.", "RequestForPrices", "Запрос цен не является торгами (ст. 447–449 ГК РФ), публичным конкурсом (ст. 1057–1061 ГК РФ) и офертой заказчика. Он служит изучению рынка и выбору поставщика; заказчик вправе не заключать договор ни с одним из участников и не возмещает их расходов." },
                    { 3L, new DateOnly(2026, 9, 1), 1, "The tender is held as a bidding under articles 447–449 of the Civil Code of Russia on the terms published in the portal. A submitted offer binds the participant until the end of the validity named in it. The customer may call the tender off before the deadline for offers; the contract is concluded with the winner on the terms of its offer.", "Tender", "Конкурс проводится как торги (ст. 447–449 ГК РФ) на условиях, опубликованных на портале. Поданное предложение связывает участника до конца названного в нём срока действия. Заказчик вправе отказаться от проведения конкурса до срока приёма предложений; договор заключается с победителем на условиях его предложения." },
                    { 4L, new DateOnly(2026, 9, 1), 1, "Re-bidding is a stage of an event announced before: participants may improve their offers. It is not a bidding of its own under articles 447–449 of the Civil Code of Russia and does not oblige the customer to conclude a contract. Terms and deadline of the stage stand on its card.", "Rebidding", "Переторжка — этап объявленной ранее процедуры: участники могут улучшить свои предложения. Она не является самостоятельными торгами (ст. 447–449 ГК РФ) и не обязывает заказчика заключить договор. Условия и срок этапа названы в его карточке." }
                });

            migrationBuilder.InsertData(
                table: "NumberSeries",
                columns: new[] { "Name", "Last" },
                values: new object[] { "EventNumber", 20060000L });

            migrationBuilder.InsertData(
                table: "VatCategories",
                columns: new[] { "Code", "ValidFrom", "Label", "LabelRu", "Percent", "Place", "ValidTo" },
                values: new object[,]
                {
                    { "GENERAL", new DateOnly(2026, 1, 1), "22%", "22 %", 22m, 1, null },
                    { "IMPORT", new DateOnly(2019, 1, 1), "At import", "При ввозе (импорт)", null, 8, null },
                    { "NOT_SUBJECT", new DateOnly(2019, 1, 1), "Without VAT", "Без НДС", null, 4, null },
                    { "REDUCED", new DateOnly(2019, 1, 1), "10%", "10 %", 10m, 2, null },
                    { "REVERSE_CHARGE", new DateOnly(2019, 1, 1), "Reverse charge", "Платит покупатель (налоговый агент)", null, 7, null },
                    { "SIMPLIFIED_5", new DateOnly(2025, 1, 1), "5%, simplified system", "5 %, УСН", 5m, 5, null },
                    { "SIMPLIFIED_7", new DateOnly(2025, 1, 1), "7%, simplified system", "7 %, УСН", 7m, 6, null },
                    { "ZERO", new DateOnly(2019, 1, 1), "0%", "0 %", 0m, 3, null }
                });

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_NormalizedEmail",
                table: "Accounts",
                column: "NormalizedEmail",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_NormalizedUserName",
                table: "Accounts",
                column: "NormalizedUserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AccreditationCases_Number",
                table: "AccreditationCases",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AccreditationCases_RegistrationId",
                table: "AccreditationCases",
                column: "RegistrationId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AccreditationCases_State_StartedAt",
                table: "AccreditationCases",
                columns: new[] { "State", "StartedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_AccreditationCases_SupplierId_State",
                table: "AccreditationCases",
                columns: new[] { "SupplierId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_AccreditationChecks_CaseId_Code",
                table: "AccreditationChecks",
                columns: new[] { "CaseId", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AccreditationChecks_Code_State_PendingSince",
                table: "AccreditationChecks",
                columns: new[] { "Code", "State", "PendingSince" });

            migrationBuilder.CreateIndex(
                name: "IX_AccreditationChecks_ReviewerId",
                table: "AccreditationChecks",
                column: "ReviewerId");

            migrationBuilder.CreateIndex(
                name: "IX_AccreditationChecks_State_AnswerDue",
                table: "AccreditationChecks",
                columns: new[] { "State", "AnswerDue" });

            migrationBuilder.CreateIndex(
                name: "IX_Audit_AggregateType_AggregateId_Id",
                table: "Audit",
                columns: new[] { "AggregateType", "AggregateId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Audit_At",
                table: "Audit",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_Audit_PersonId_Id",
                table: "Audit",
                columns: new[] { "PersonId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Audit_RoundId_Id",
                table: "Audit",
                columns: new[] { "RoundId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditPersonal_PersonId",
                table: "AuditPersonal",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_AuditPersonal_RecordId",
                table: "AuditPersonal",
                column: "RecordId");

            migrationBuilder.CreateIndex(
                name: "IX_AwardLines_AwardId_ItemNumber_SupplierId",
                table: "AwardLines",
                columns: new[] { "AwardId", "ItemNumber", "SupplierId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AwardLines_SupplierId_RoundId",
                table: "AwardLines",
                columns: new[] { "SupplierId", "RoundId" });

            migrationBuilder.CreateIndex(
                name: "IX_Awards_ApproverId_State",
                table: "Awards",
                columns: new[] { "ApproverId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Awards_RoundId",
                table: "Awards",
                column: "RoundId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Categories_Code",
                table: "Categories",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Categories_ParentId",
                table: "Categories",
                column: "ParentId");

            migrationBuilder.CreateIndex(
                name: "IX_Categories_Path",
                table: "Categories",
                column: "Path",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CheckDecisions_ById_At",
                table: "CheckDecisions",
                columns: new[] { "ById", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_CheckDecisions_CaseId_No",
                table: "CheckDecisions",
                columns: new[] { "CaseId", "No" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CheckDecisions_Key",
                table: "CheckDecisions",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CheckDefinitions_Code",
                table: "CheckDefinitions",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CheckNotes_CaseId_DecisionNo",
                table: "CheckNotes",
                columns: new[] { "CaseId", "DecisionNo" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CredentialClaims_UserId",
                table: "CredentialClaims",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_CredentialLogins_UserId",
                table: "CredentialLogins",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_DocumentRequirements_Kind_Country_LegalForms",
                table: "DocumentRequirements",
                columns: new[] { "Kind", "Country", "LegalForms" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Events_BuyerId",
                table: "Events",
                column: "BuyerId");

            migrationBuilder.CreateIndex(
                name: "IX_Events_Number",
                table: "Events",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Events_SiteId",
                table: "Events",
                column: "SiteId");

            migrationBuilder.CreateIndex(
                name: "IX_Files_EventId",
                table: "Files",
                column: "EventId");

            migrationBuilder.CreateIndex(
                name: "IX_Files_RegistrationId",
                table: "Files",
                column: "RegistrationId");

            migrationBuilder.CreateIndex(
                name: "IX_Files_StoreName",
                table: "Files",
                column: "StoreName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Files_SupplierId",
                table: "Files",
                column: "SupplierId");

            migrationBuilder.CreateIndex(
                name: "IX_Files_Token",
                table: "Files",
                column: "Token",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Invitations_RoundId_SupplierId",
                table: "Invitations",
                columns: new[] { "RoundId", "SupplierId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Invitations_SupplierId_RoundId",
                table: "Invitations",
                columns: new[] { "SupplierId", "RoundId" });

            migrationBuilder.CreateIndex(
                name: "IX_KnownBrowsers_AccountId_MarkHash",
                table: "KnownBrowsers",
                columns: new[] { "AccountId", "MarkHash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LegalNotices_Kind_Edition",
                table: "LegalNotices",
                columns: new[] { "Kind", "Edition" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MailDeliveries_MessageId",
                table: "MailDeliveries",
                column: "MessageId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MailDeliveries_OutboxId_Kind_AddresseeKey",
                table: "MailDeliveries",
                columns: new[] { "OutboxId", "Kind", "AddresseeKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MailDeliveries_RoundId_SupplierId",
                table: "MailDeliveries",
                columns: new[] { "RoundId", "SupplierId" });

            migrationBuilder.CreateIndex(
                name: "IX_MailDeliveries_State_NextTryAt",
                table: "MailDeliveries",
                columns: new[] { "State", "NextTryAt" },
                filter: "\"State\" = 'Queued'");

            migrationBuilder.CreateIndex(
                name: "IX_Memberships_AccountId_SupplierId",
                table: "Memberships",
                columns: new[] { "AccountId", "SupplierId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Memberships_Code",
                table: "Memberships",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Memberships_SupplierId",
                table: "Memberships",
                column: "SupplierId");

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_Code",
                table: "Notifications",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_DeliveryId",
                table: "Notifications",
                column: "DeliveryId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_PersonId_PutAt",
                table: "Notifications",
                columns: new[] { "PersonId", "PutAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_PersonId_ReadAt_PutAt",
                table: "Notifications",
                columns: new[] { "PersonId", "ReadAt", "PutAt" });

            migrationBuilder.CreateIndex(
                name: "IX_OfferLines_OfferId",
                table: "OfferLines",
                column: "OfferId");

            migrationBuilder.CreateIndex(
                name: "IX_Offers_RoundId_SupplierId",
                table: "Offers",
                columns: new[] { "RoundId", "SupplierId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Offers_SupplierId",
                table: "Offers",
                column: "SupplierId");

            migrationBuilder.CreateIndex(
                name: "IX_OfferVersions_OfferId_No",
                table: "OfferVersions",
                columns: new[] { "OfferId", "No" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OfferVersions_OfferId_SubmissionKey",
                table: "OfferVersions",
                columns: new[] { "OfferId", "SubmissionKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OfferVersions_ReceiptNumber",
                table: "OfferVersions",
                column: "ReceiptNumber",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OfferVersions_RoundId_Sequence",
                table: "OfferVersions",
                columns: new[] { "RoundId", "Sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OpenedAnswers_OfferId",
                table: "OpenedAnswers",
                column: "OfferId");

            migrationBuilder.CreateIndex(
                name: "IX_OpenedAttachments_OfferId",
                table: "OpenedAttachments",
                column: "OfferId");

            migrationBuilder.CreateIndex(
                name: "IX_OpenedAttachments_RoundId_OfferId",
                table: "OpenedAttachments",
                columns: new[] { "RoundId", "OfferId" });

            migrationBuilder.CreateIndex(
                name: "IX_OpenedOffers_OfferId",
                table: "OpenedOffers",
                column: "OfferId");

            migrationBuilder.CreateIndex(
                name: "IX_OpeningConfirmations_PersonId",
                table: "OpeningConfirmations",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_OpeningConfirmations_RoundId_At",
                table: "OpeningConfirmations",
                columns: new[] { "RoundId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_State_NextTryAt",
                table: "Outbox",
                columns: new[] { "State", "NextTryAt" },
                filter: "\"State\" = 'Pending'");

            migrationBuilder.CreateIndex(
                name: "IX_Registrations_Country_TaxKey",
                table: "Registrations",
                columns: new[] { "Country", "TaxKey" });

            migrationBuilder.CreateIndex(
                name: "IX_Registrations_Number",
                table: "Registrations",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Registrations_StartKey",
                table: "Registrations",
                column: "StartKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Registrations_State_SubmittedAt",
                table: "Registrations",
                columns: new[] { "State", "SubmittedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Registrations_State_TouchedAt",
                table: "Registrations",
                columns: new[] { "State", "TouchedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_RegistrationSendings_RegistrationId_No",
                table: "RegistrationSendings",
                columns: new[] { "RegistrationId", "No" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RoundDocuments_FileId",
                table: "RoundDocuments",
                column: "FileId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RoundDocuments_RoundId_Folder",
                table: "RoundDocuments",
                columns: new[] { "RoundId", "Folder" });

            migrationBuilder.CreateIndex(
                name: "IX_RoundKeys_RoundId",
                table: "RoundKeys",
                column: "RoundId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Rounds_ApproverId_State",
                table: "Rounds",
                columns: new[] { "ApproverId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Rounds_CancellationApproverId",
                table: "Rounds",
                column: "CancellationApproverId");

            migrationBuilder.CreateIndex(
                name: "IX_Rounds_EndedById",
                table: "Rounds",
                column: "EndedById");

            migrationBuilder.CreateIndex(
                name: "IX_Rounds_EventId_No",
                table: "Rounds",
                columns: new[] { "EventId", "No" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Rounds_SiteId_State_Deadline",
                table: "Rounds",
                columns: new[] { "SiteId", "State", "Deadline" });

            migrationBuilder.CreateIndex(
                name: "IX_Rounds_State_Deadline",
                table: "Rounds",
                columns: new[] { "State", "Deadline" });

            migrationBuilder.CreateIndex(
                name: "IX_SealedChunks_OfferId_File_No",
                table: "SealedChunks",
                columns: new[] { "OfferId", "File", "No" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SealedContents_OfferId_Kind_No",
                table: "SealedContents",
                columns: new[] { "OfferId", "Kind", "No" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SecretLinks_Purpose_SubjectId_Occasion",
                table: "SecretLinks",
                columns: new[] { "Purpose", "SubjectId", "Occasion" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SecretLinks_TokenHash",
                table: "SecretLinks",
                column: "TokenHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Signatories_SupplierId",
                table: "Signatories",
                column: "SupplierId");

            migrationBuilder.CreateIndex(
                name: "IX_SignInCounters_AccountId",
                table: "SignInCounters",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_SignInCounters_LastTryAt",
                table: "SignInCounters",
                column: "LastTryAt");

            migrationBuilder.CreateIndex(
                name: "IX_SignInCounters_Place",
                table: "SignInCounters",
                column: "Place",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Sites_CompanyId",
                table: "Sites",
                column: "CompanyId");

            migrationBuilder.CreateIndex(
                name: "IX_StaffAppointments_AccountId_Role",
                table: "StaffAppointments",
                columns: new[] { "AccountId", "Role" });

            migrationBuilder.CreateIndex(
                name: "IX_StaffAppointments_Role_CheckCode",
                table: "StaffAppointments",
                columns: new[] { "Role", "CheckCode" });

            migrationBuilder.CreateIndex(
                name: "IX_SupplierCategories_CategoryId_SupplierId",
                table: "SupplierCategories",
                columns: new[] { "CategoryId", "SupplierId" });

            migrationBuilder.CreateIndex(
                name: "IX_SupplierDocuments_SupplierId_Kind",
                table: "SupplierDocuments",
                columns: new[] { "SupplierId", "Kind" });

            migrationBuilder.CreateIndex(
                name: "IX_SupplierDocuments_ValidUntil",
                table: "SupplierDocuments",
                column: "ValidUntil");

            migrationBuilder.CreateIndex(
                name: "IX_SupplierImports_State_At",
                table: "SupplierImports",
                columns: new[] { "State", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_SupplierImports_Token",
                table: "SupplierImports",
                column: "Token",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Suppliers_Country_TaxKey_BranchKpp",
                table: "Suppliers",
                columns: new[] { "Country", "TaxKey", "BranchKpp" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Suppliers_Number",
                table: "Suppliers",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Suppliers_State_Name",
                table: "Suppliers",
                columns: new[] { "State", "Name" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AccreditationChecks");

            migrationBuilder.DropTable(
                name: "AuditPersonal");

            migrationBuilder.DropTable(
                name: "AwardLines");

            migrationBuilder.DropTable(
                name: "CalendarDays");

            migrationBuilder.DropTable(
                name: "CheckDecisions");

            migrationBuilder.DropTable(
                name: "CheckDefinitions");

            migrationBuilder.DropTable(
                name: "CheckNotes");

            migrationBuilder.DropTable(
                name: "CredentialClaims");

            migrationBuilder.DropTable(
                name: "CredentialLogins");

            migrationBuilder.DropTable(
                name: "CredentialTokens");

            migrationBuilder.DropTable(
                name: "DocumentRequirements");

            migrationBuilder.DropTable(
                name: "EventMembers");

            migrationBuilder.DropTable(
                name: "Invitations");

            migrationBuilder.DropTable(
                name: "KeyRing");

            migrationBuilder.DropTable(
                name: "KnownBrowsers");

            migrationBuilder.DropTable(
                name: "LegalNotices");

            migrationBuilder.DropTable(
                name: "Memberships");

            migrationBuilder.DropTable(
                name: "Notifications");

            migrationBuilder.DropTable(
                name: "NumberSeries");

            migrationBuilder.DropTable(
                name: "OfferLines");

            migrationBuilder.DropTable(
                name: "OfferVersions");

            migrationBuilder.DropTable(
                name: "OpenedAnswers");

            migrationBuilder.DropTable(
                name: "OpenedAttachments");

            migrationBuilder.DropTable(
                name: "OpenedOffers");

            migrationBuilder.DropTable(
                name: "OpeningConfirmations");

            migrationBuilder.DropTable(
                name: "RegistrationSendings");

            migrationBuilder.DropTable(
                name: "RoundDocuments");

            migrationBuilder.DropTable(
                name: "RoundItems");

            migrationBuilder.DropTable(
                name: "RoundKeys");

            migrationBuilder.DropTable(
                name: "SealedChunks");

            migrationBuilder.DropTable(
                name: "SealedContents");

            migrationBuilder.DropTable(
                name: "SecretLinks");

            migrationBuilder.DropTable(
                name: "Signatories");

            migrationBuilder.DropTable(
                name: "SignInCounters");

            migrationBuilder.DropTable(
                name: "StaffAppointments");

            migrationBuilder.DropTable(
                name: "SupplierCategories");

            migrationBuilder.DropTable(
                name: "SupplierDocuments");

            migrationBuilder.DropTable(
                name: "SupplierImports");

            migrationBuilder.DropTable(
                name: "VatCategories");

            migrationBuilder.DropTable(
                name: "Audit");

            migrationBuilder.DropTable(
                name: "Awards");

            migrationBuilder.DropTable(
                name: "AccreditationCases");

            migrationBuilder.DropTable(
                name: "Credentials");

            migrationBuilder.DropTable(
                name: "MailDeliveries");

            migrationBuilder.DropTable(
                name: "Files");

            migrationBuilder.DropTable(
                name: "Offers");

            migrationBuilder.DropTable(
                name: "Categories");

            migrationBuilder.DropTable(
                name: "Registrations");

            migrationBuilder.DropTable(
                name: "Outbox");

            migrationBuilder.DropTable(
                name: "Rounds");

            migrationBuilder.DropTable(
                name: "Suppliers");

            migrationBuilder.DropTable(
                name: "Events");

            migrationBuilder.DropTable(
                name: "Accounts");

            migrationBuilder.DropTable(
                name: "Sites");

            migrationBuilder.DropTable(
                name: "GroupCompanies");
        }
    }
}
