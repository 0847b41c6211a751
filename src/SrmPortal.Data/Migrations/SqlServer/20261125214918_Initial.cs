using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace SrmPortal.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateSequence(
                name: "EventNumber",
                startValue: 20060001L);

            migrationBuilder.CreateTable(
                name: "Accounts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    UserName = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    NormalizedUserName = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Email = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: false),
                    NormalizedEmail = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: false),
                    NewEmail = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: true),
                    FullName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Phone = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: true),
                    Position = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Language = table.Column<string>(type: "nvarchar(2)", maxLength: 2, nullable: false),
                    TimeZone = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    State = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    IsStaff = table.Column<bool>(type: "bit", nullable: false),
                    AccessSentAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    LastSignInAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Revision = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Accounts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Audit",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    At = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    Actor = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    PersonId = table.Column<long>(type: "bigint", nullable: true),
                    RegistrationId = table.Column<long>(type: "bigint", nullable: true),
                    ActingFor = table.Column<long>(type: "bigint", nullable: true),
                    Action = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    AggregateType = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    AggregateId = table.Column<long>(type: "bigint", nullable: true),
                    Subject = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Details = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    PersonalDigests = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    RoundId = table.Column<long>(type: "bigint", nullable: true),
                    SecretUntilOpening = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Audit", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CalendarDays",
                columns: table => new
                {
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    IsWorking = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CalendarDays", x => x.Date);
                });

            migrationBuilder.CreateTable(
                name: "Categories",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ParentId = table.Column<long>(type: "bigint", nullable: true),
                    Code = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    NameEn = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Path = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    NeedsCommission = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Categories", x => x.Id);
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
                    Id = table.Column<int>(type: "int", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    NameEn = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Department = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    DepartmentEn = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Order = table.Column<int>(type: "int", nullable: false),
                    NormDays = table.Column<int>(type: "int", nullable: false),
                    Parts = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Countries = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Categories = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    IsCommission = table.Column<bool>(type: "bit", nullable: false),
                    HasMeeting = table.Column<bool>(type: "bit", nullable: false),
                    IsActive = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CheckDefinitions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DocumentRequirements",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false),
                    Country = table.Column<string>(type: "nvarchar(3)", maxLength: 3, nullable: false),
                    LegalForms = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    NameEn = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Hint = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    HintEn = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    IsMandatory = table.Column<bool>(type: "bit", nullable: false),
                    HasValidity = table.Column<bool>(type: "bit", nullable: false),
                    HasBlank = table.Column<bool>(type: "bit", nullable: false),
                    Order = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DocumentRequirements", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Files",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Token = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Size = table.Column<long>(type: "bigint", nullable: false),
                    Sha256 = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false),
                    StoreName = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    StoredAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    RegistrationId = table.Column<long>(type: "bigint", nullable: true),
                    SupplierId = table.Column<long>(type: "bigint", nullable: true),
                    EventId = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Files", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "GroupCompanies",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    NameEn = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GroupCompanies", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "KeyRing",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Xml = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeyRing", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "LegalNotices",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Kind = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Edition = table.Column<int>(type: "int", nullable: false),
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    Russian = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    English = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LegalNotices", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Outbox",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Kind = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Content = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    PersonId = table.Column<long>(type: "bigint", nullable: true),
                    ActingFor = table.Column<long>(type: "bigint", nullable: true),
                    AggregateId = table.Column<long>(type: "bigint", nullable: true),
                    RoundId = table.Column<long>(type: "bigint", nullable: true),
                    SecretUntilOpening = table.Column<bool>(type: "bit", nullable: false),
                    State = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    NextTryAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    Attempts = table.Column<int>(type: "int", nullable: false),
                    LeaseOwner = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    LeaseUntil = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Fault = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Outbox", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Registrations",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    State = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Number = table.Column<string>(type: "nvarchar(8)", maxLength: 8, nullable: true),
                    StartKey = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AddressConfirmedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Content = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    CompanyName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Country = table.Column<string>(type: "nvarchar(2)", maxLength: 2, nullable: false),
                    TaxKey = table.Column<string>(type: "nvarchar(35)", maxLength: 35, nullable: false),
                    BranchKpp = table.Column<string>(type: "nvarchar(9)", maxLength: 9, nullable: false),
                    SearchText = table.Column<string>(type: "nvarchar(1200)", maxLength: 1200, nullable: false),
                    StartedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    TouchedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    SubmittedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    StartRevision = table.Column<int>(type: "int", nullable: false),
                    DetailsRevision = table.Column<int>(type: "int", nullable: false),
                    PeopleRevision = table.Column<int>(type: "int", nullable: false),
                    CategoriesRevision = table.Column<int>(type: "int", nullable: false),
                    DocumentsRevision = table.Column<int>(type: "int", nullable: false),
                    OpenParts = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    CorrectionDue = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    ChangedParts = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Sendings = table.Column<int>(type: "int", nullable: false),
                    RemindedOfExpiry = table.Column<int>(type: "int", nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Consents = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    MailsAsked = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Applicant_Email = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: false),
                    Applicant_FirstName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Applicant_Language = table.Column<string>(type: "nvarchar(8)", maxLength: 8, nullable: false),
                    Applicant_LastName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Applicant_MiddleName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Revision = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Registrations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SecretLinks",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Purpose = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    SubjectId = table.Column<long>(type: "bigint", nullable: false),
                    Occasion = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    AskedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    Seed = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false),
                    TokenHash = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    UsedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    RevokedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SecretLinks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SignInCounters",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Place = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    AccountId = table.Column<long>(type: "bigint", nullable: true),
                    Tries = table.Column<int>(type: "int", nullable: false),
                    LastTryAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    LockedUntil = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SignInCounters", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SupplierImports",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Token = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    FileName = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    State = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    ById = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    RowCount = table.Column<int>(type: "int", nullable: false),
                    FaultCount = table.Column<int>(type: "int", nullable: false),
                    Companies = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Loose = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Refused = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Created = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Revision = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SupplierImports", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Suppliers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Number = table.Column<string>(type: "nvarchar(9)", maxLength: 9, nullable: false),
                    Country = table.Column<string>(type: "nvarchar(2)", maxLength: 2, nullable: false),
                    TaxKey = table.Column<string>(type: "nvarchar(35)", maxLength: 35, nullable: false),
                    BranchKpp = table.Column<string>(type: "nvarchar(9)", maxLength: 9, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    SearchText = table.Column<string>(type: "nvarchar(1200)", maxLength: 1200, nullable: false),
                    State = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    AccreditedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    AccreditedUntil = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    SuspensionReason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    SuspendedUntil = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Regions = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    Company_ActualAddress = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    Company_BankAccount = table.Column<string>(type: "nvarchar(34)", maxLength: 34, nullable: false),
                    Company_BankCode = table.Column<string>(type: "nvarchar(11)", maxLength: 11, nullable: false),
                    Company_BankName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Company_CorrespondentAccount = table.Column<string>(type: "nvarchar(34)", maxLength: 34, nullable: false),
                    CompanyCountry = table.Column<string>(type: "nvarchar(2)", maxLength: 2, nullable: false),
                    Company_Email = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: false),
                    Company_FullName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Company_IsBranch = table.Column<bool>(type: "bit", nullable: false),
                    Company_Kpp = table.Column<string>(type: "nvarchar(9)", maxLength: 9, nullable: false),
                    Company_LegalAddress = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    Company_LegalForm = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Company_Phone = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false),
                    Company_PostalAddress = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    Company_RegistrationNumber = table.Column<string>(type: "nvarchar(35)", maxLength: 35, nullable: false),
                    Company_ShortName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Company_TaxNumber = table.Column<string>(type: "nvarchar(35)", maxLength: 35, nullable: false),
                    Company_Website = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Revision = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Suppliers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "VatCategories",
                columns: table => new
                {
                    Code = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    Percent = table.Column<decimal>(type: "decimal(5,2)", precision: 5, scale: 2, nullable: true),
                    ValidTo = table.Column<DateOnly>(type: "date", nullable: true),
                    Place = table.Column<int>(type: "int", nullable: false),
                    Label = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    LabelRu = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VatCategories", x => new { x.Code, x.ValidFrom });
                });

            migrationBuilder.CreateTable(
                name: "Credentials",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    PasswordSetAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    UserName = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: true),
                    PasswordHash = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    SecurityStamp = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "nvarchar(36)", maxLength: 36, nullable: true),
                    TwoFactorEnabled = table.Column<bool>(type: "bit", nullable: false),
                    LockoutEnd = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "bit", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Credentials", x => x.Id);
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    AccountId = table.Column<long>(type: "bigint", nullable: false),
                    MarkHash = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false),
                    KnownSince = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    LastSignInAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false)
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    AccountId = table.Column<long>(type: "bigint", nullable: false),
                    Role = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    SiteId = table.Column<long>(type: "bigint", nullable: true),
                    CheckCode = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StaffAppointments", x => x.Id);
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    RecordId = table.Column<long>(type: "bigint", nullable: false),
                    PersonId = table.Column<long>(type: "bigint", nullable: true),
                    Content = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    Salt = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditPersonal", x => x.Id);
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    CompanyId = table.Column<long>(type: "bigint", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    NameEn = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    City = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    CityEn = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    TimeZone = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Sites", x => x.Id);
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    OutboxId = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    AddresseeKind = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    AddresseeId = table.Column<long>(type: "bigint", nullable: false),
                    SupplierId = table.Column<long>(type: "bigint", nullable: true),
                    AddresseeKey = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    MessageId = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Thread = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    Language = table.Column<string>(type: "nvarchar(8)", maxLength: 8, nullable: true),
                    RoundId = table.Column<long>(type: "bigint", nullable: true),
                    SecretUntilOpening = table.Column<bool>(type: "bit", nullable: false),
                    QueuedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    State = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    ToBeListed = table.Column<bool>(type: "bit", nullable: false),
                    NextTryAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    Attempts = table.Column<int>(type: "int", nullable: false),
                    LeaseOwner = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    LeaseUntil = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Fault = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    SettledAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    ServerAnswer = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MailDeliveries", x => x.Id);
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    RegistrationId = table.Column<long>(type: "bigint", nullable: false),
                    No = table.Column<int>(type: "int", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    Content = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false)
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Kind = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    State = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Number = table.Column<string>(type: "nvarchar(8)", maxLength: 8, nullable: false),
                    RegistrationId = table.Column<long>(type: "bigint", nullable: true),
                    SupplierId = table.Column<long>(type: "bigint", nullable: true),
                    Company = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    SearchText = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    StartedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Revision = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccreditationCases", x => x.Id);
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Code = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false),
                    AccountId = table.Column<long>(type: "bigint", nullable: false),
                    SupplierId = table.Column<long>(type: "bigint", nullable: false),
                    Position = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    State = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    WasAccepted = table.Column<bool>(type: "bit", nullable: false),
                    NoSubmissionUntil = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    IsContactPerson = table.Column<bool>(type: "bit", nullable: false),
                    IsMasterUser = table.Column<bool>(type: "bit", nullable: false),
                    IsViewer = table.Column<bool>(type: "bit", nullable: false),
                    MaySubmit = table.Column<bool>(type: "bit", nullable: false),
                    Revision = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Memberships", x => x.Id);
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SupplierId = table.Column<long>(type: "bigint", nullable: false),
                    FullName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Position = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Phone = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false),
                    Email = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: false),
                    Authority_Basis = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Authority_Date = table.Column<DateOnly>(type: "date", nullable: true),
                    Authority_Number = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Authority_Until = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Signatories", x => x.Id);
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
                    SupplierId = table.Column<long>(type: "bigint", nullable: false),
                    CategoryId = table.Column<long>(type: "bigint", nullable: false),
                    ApprovedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false)
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SupplierId = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Number = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    ValidUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    Files = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    TakenAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SupplierDocuments", x => x.Id);
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
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    UserId = table.Column<long>(type: "bigint", nullable: false),
                    ClaimType = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    ClaimValue = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CredentialClaims", x => x.Id);
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
                    LoginProvider = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    ProviderKey = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    UserId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CredentialLogins", x => new { x.LoginProvider, x.ProviderKey });
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
                    UserId = table.Column<long>(type: "bigint", nullable: false),
                    LoginProvider = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    Value = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CredentialTokens", x => new { x.UserId, x.LoginProvider, x.Name });
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Number = table.Column<string>(type: "nvarchar(8)", maxLength: 8, nullable: false),
                    SiteId = table.Column<long>(type: "bigint", nullable: false),
                    BuyerId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Events", x => x.Id);
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Code = table.Column<string>(type: "nvarchar(22)", maxLength: 22, nullable: false),
                    DeliveryId = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Topic = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    PersonId = table.Column<long>(type: "bigint", nullable: false),
                    SupplierId = table.Column<long>(type: "bigint", nullable: true),
                    PutAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    Title = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Text = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: true),
                    SearchText = table.Column<string>(type: "nvarchar(1001)", maxLength: 1001, nullable: false),
                    Path = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    IsImportant = table.Column<bool>(type: "bit", nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    ReadAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Notifications", x => x.Id);
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    CaseId = table.Column<long>(type: "bigint", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Order = table.Column<int>(type: "int", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    NameEn = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Department = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    DepartmentEn = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    NormDays = table.Column<int>(type: "int", nullable: false),
                    Parts = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    CategoryCode = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    HasMeeting = table.Column<bool>(type: "bit", nullable: false),
                    MeetingOn = table.Column<DateOnly>(type: "date", nullable: true),
                    State = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    ReviewerId = table.Column<long>(type: "bigint", nullable: true),
                    PendingSince = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Due = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    AnswerDue = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    RemindedAt = table.Column<int>(type: "int", nullable: true),
                    IsOverdueTold = table.Column<bool>(type: "bit", nullable: false),
                    DecisionNo = table.Column<int>(type: "int", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccreditationChecks", x => x.Id);
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    CaseId = table.Column<long>(type: "bigint", nullable: false),
                    No = table.Column<int>(type: "int", nullable: false),
                    CheckCode = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Outcome = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Comment = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    Parts = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    AnswerDue = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    ById = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    Key = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CheckDecisions", x => x.Id);
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    CaseId = table.Column<long>(type: "bigint", nullable: false),
                    DecisionNo = table.Column<int>(type: "int", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CheckNotes", x => x.Id);
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
                    AccountId = table.Column<long>(type: "bigint", nullable: false),
                    EventId = table.Column<long>(type: "bigint", nullable: false)
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    DecidedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    EndedById = table.Column<long>(type: "bigint", nullable: true),
                    EndReason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    CancellationReason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    CancellationAskedById = table.Column<long>(type: "bigint", nullable: true),
                    CancellationAskedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    CancellationApproverId = table.Column<long>(type: "bigint", nullable: true),
                    CancelledAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    EventId = table.Column<long>(type: "bigint", nullable: false),
                    No = table.Column<int>(type: "int", nullable: false),
                    SiteId = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Title = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    SearchTitle = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Description = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    Deadline = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    TimeZone = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    ClarificationsUntil = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    ComparisonCurrency = table.Column<string>(type: "nvarchar(3)", maxLength: 3, nullable: false),
                    RequiresIncoterms = table.Column<bool>(type: "bit", nullable: false),
                    DesiredDelivery = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    PaymentTerms = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    DeliveryTerms = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    AllowsPartialQuantities = table.Column<bool>(type: "bit", nullable: false),
                    RequiresAllItems = table.Column<bool>(type: "bit", nullable: false),
                    AllowsSubstitutes = table.Column<bool>(type: "bit", nullable: false),
                    OfferValidityDays = table.Column<int>(type: "int", nullable: false),
                    OpeningRule = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    OpenerId = table.Column<long>(type: "bigint", nullable: true),
                    SecondOpenerId = table.Column<long>(type: "bigint", nullable: true),
                    ShowsOfferCount = table.Column<bool>(type: "bit", nullable: false),
                    Audience = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    EstimatedValue = table.Column<decimal>(type: "decimal(19,2)", precision: 19, scale: 2, nullable: true),
                    State = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    AmendmentNo = table.Column<int>(type: "int", nullable: false),
                    ApproverId = table.Column<long>(type: "bigint", nullable: true),
                    OpenedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Sequence = table.Column<int>(type: "int", nullable: false),
                    Categories = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    ChosenSuppliers = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    FoundEmptyAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    SentForApprovalById = table.Column<long>(type: "bigint", nullable: true),
                    SentForApprovalAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    ReturnComment = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    NoticeEdition = table.Column<int>(type: "int", nullable: true),
                    Revision = table.Column<int>(type: "int", nullable: false),
                    Questions = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Rates = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Rounds", x => x.Id);
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    RoundId = table.Column<long>(type: "bigint", nullable: false),
                    State = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Justification = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    ApproverId = table.Column<long>(type: "bigint", nullable: true),
                    Authors = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    Revision = table.Column<int>(type: "int", nullable: false),
                    Notes = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Steps = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Awards", x => x.Id);
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    RoundId = table.Column<long>(type: "bigint", nullable: false),
                    SupplierId = table.Column<long>(type: "bigint", nullable: false),
                    State = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    InvitedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    FirstReadAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    DeclineReason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    Revision = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Invitations", x => x.Id);
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    RoundId = table.Column<long>(type: "bigint", nullable: false),
                    SupplierId = table.Column<long>(type: "bigint", nullable: false),
                    State = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    WorkingCopyNo = table.Column<int>(type: "int", nullable: false),
                    VersionNo = table.Column<int>(type: "int", nullable: false),
                    SubmittedCopyNo = table.Column<int>(type: "int", nullable: false),
                    OpenedIntact = table.Column<bool>(type: "bit", nullable: true),
                    Revision = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Offers", x => x.Id);
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    RoundId = table.Column<long>(type: "bigint", nullable: false),
                    PersonId = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false)
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    RoundId = table.Column<long>(type: "bigint", nullable: false),
                    FileId = table.Column<long>(type: "bigint", nullable: false),
                    Folder = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    AddedById = table.Column<long>(type: "bigint", nullable: false),
                    AddedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RoundDocuments", x => x.Id);
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
                    Number = table.Column<string>(type: "nvarchar(4)", maxLength: 4, nullable: false),
                    RoundId = table.Column<long>(type: "bigint", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Quantity = table.Column<decimal>(type: "decimal(18,3)", precision: 18, scale: 3, nullable: false),
                    Unit = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    MaterialNumber = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    FullName = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    Comment = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    CategoryId = table.Column<long>(type: "bigint", nullable: true),
                    PriceUnit = table.Column<int>(type: "int", nullable: false),
                    DeliveryDate = table.Column<DateOnly>(type: "date", nullable: true),
                    DeliveryPlace = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    TargetPrice = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RoundItems", x => new { x.RoundId, x.Number });
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    RoundId = table.Column<long>(type: "bigint", nullable: false),
                    Scheme = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    SealingThumbprint = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    WrappedBySealing = table.Column<byte[]>(type: "varbinary(512)", maxLength: 512, nullable: false),
                    RecoveryThumbprint = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    WrappedByRecovery = table.Column<byte[]>(type: "varbinary(512)", maxLength: 512, nullable: false),
                    Canary = table.Column<byte[]>(type: "varbinary(max)", maxLength: 8192, nullable: false),
                    DestroyedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Revision = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RoundKeys", x => x.Id);
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    RoundId = table.Column<long>(type: "bigint", nullable: false),
                    SupplierId = table.Column<long>(type: "bigint", nullable: false),
                    ItemNumber = table.Column<string>(type: "nvarchar(4)", maxLength: 4, nullable: false),
                    Quantity = table.Column<decimal>(type: "decimal(18,3)", precision: 18, scale: 3, nullable: false),
                    UnitPrice = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false),
                    Currency = table.Column<string>(type: "nvarchar(3)", maxLength: 3, nullable: false),
                    Amount = table.Column<decimal>(type: "decimal(19,3)", precision: 19, scale: 3, nullable: false),
                    ComparedAmount = table.Column<decimal>(type: "decimal(19,3)", precision: 19, scale: 3, nullable: false),
                    AwardId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AwardLines", x => x.Id);
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
                    OfferId = table.Column<long>(type: "bigint", nullable: false),
                    RoundId = table.Column<long>(type: "bigint", nullable: false),
                    ItemNumber = table.Column<string>(type: "nvarchar(4)", maxLength: 4, nullable: false),
                    SupplierId = table.Column<long>(type: "bigint", nullable: false),
                    Quantity = table.Column<decimal>(type: "decimal(18,3)", precision: 18, scale: 3, nullable: false),
                    UnitPrice = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false),
                    VatCategory = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    VatPercent = table.Column<decimal>(type: "decimal(5,2)", precision: 5, scale: 2, nullable: true),
                    DeliveryDate = table.Column<DateOnly>(type: "date", nullable: true),
                    Substitute = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    Comment = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OfferLines", x => new { x.RoundId, x.ItemNumber, x.OfferId });
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    OfferId = table.Column<long>(type: "bigint", nullable: false),
                    SupplierId = table.Column<long>(type: "bigint", nullable: false),
                    SupplierNumber = table.Column<string>(type: "nvarchar(9)", maxLength: 9, nullable: false),
                    SubmitterId = table.Column<long>(type: "bigint", nullable: true),
                    RoundId = table.Column<long>(type: "bigint", nullable: false),
                    RoundName = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: false),
                    No = table.Column<int>(type: "int", nullable: false),
                    AmendmentNo = table.Column<int>(type: "int", nullable: false),
                    Sequence = table.Column<int>(type: "int", nullable: false),
                    ReceiptNumber = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    ContentHash = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false),
                    PreviousHash = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false),
                    Signature = table.Column<byte[]>(type: "varbinary(64)", maxLength: 64, nullable: false),
                    SubmissionKey = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    KeyId = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false),
                    AuditHead = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OfferVersions", x => x.Id);
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
                    OfferId = table.Column<long>(type: "bigint", nullable: false),
                    RoundId = table.Column<long>(type: "bigint", nullable: false),
                    Question = table.Column<int>(type: "int", nullable: false),
                    SupplierId = table.Column<long>(type: "bigint", nullable: false),
                    Value = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpenedAnswers", x => new { x.RoundId, x.Question, x.OfferId });
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    OfferId = table.Column<long>(type: "bigint", nullable: false),
                    RoundId = table.Column<long>(type: "bigint", nullable: false),
                    SupplierId = table.Column<long>(type: "bigint", nullable: false),
                    File = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    Type = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Size = table.Column<long>(type: "bigint", nullable: false),
                    Sha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Question = table.Column<int>(type: "int", nullable: true),
                    IsIntact = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpenedAttachments", x => x.Id);
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
                    OfferId = table.Column<long>(type: "bigint", nullable: false),
                    RoundId = table.Column<long>(type: "bigint", nullable: false),
                    SupplierId = table.Column<long>(type: "bigint", nullable: false),
                    Currency = table.Column<string>(type: "nvarchar(3)", maxLength: 3, nullable: false),
                    VatCategory = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    VatPercent = table.Column<decimal>(type: "decimal(5,2)", precision: 5, scale: 2, nullable: true),
                    ValidUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    IncotermsRule = table.Column<string>(type: "nvarchar(3)", maxLength: 3, nullable: true),
                    IncotermsEdition = table.Column<int>(type: "int", nullable: true),
                    IncotermsPlace = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    PaymentTerms = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    Comment = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpenedOffers", x => new { x.RoundId, x.OfferId });
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    OfferId = table.Column<long>(type: "bigint", nullable: false),
                    SupplierId = table.Column<long>(type: "bigint", nullable: false),
                    File = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    No = table.Column<int>(type: "int", nullable: false),
                    Bytes = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SealedChunks", x => x.Id);
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    OfferId = table.Column<long>(type: "bigint", nullable: false),
                    SupplierId = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    No = table.Column<int>(type: "int", nullable: false),
                    PersonId = table.Column<long>(type: "bigint", nullable: true),
                    At = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    Bytes = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SealedContents", x => x.Id);
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
                unique: true,
                filter: "[RegistrationId] IS NOT NULL");

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
                filter: "[State] = 'Queued'");

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
                filter: "[State] = 'Pending'");

            migrationBuilder.CreateIndex(
                name: "IX_Registrations_Country_TaxKey",
                table: "Registrations",
                columns: new[] { "Country", "TaxKey" });

            migrationBuilder.CreateIndex(
                name: "IX_Registrations_Number",
                table: "Registrations",
                column: "Number",
                unique: true,
                filter: "[Number] IS NOT NULL");

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

            migrationBuilder.DropSequence(
                name: "EventNumber");
        }
    }
}
